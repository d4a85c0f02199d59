package health.trellis.notes;

import health.trellis.sessions.SessionRow;
import java.util.List;

/**
 * One note as it stands on paper.
 *
 * @param author who began it
 * @param cosigner who cosigned it; empty where nobody did
 */
public record PrintedNote(
    SessionRow session,
    NoteContent note,
    String author,
    String cosigner,
    List<AddendumView> addenda) {}
