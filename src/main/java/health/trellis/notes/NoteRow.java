package health.trellis.notes;

import health.trellis.sessions.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * One session in the list of notes.
 *
 * @param note its note; null where none was begun, or the reader may not see it yet
 * @param author who wrote it, or held the session
 */
public record NoteRow(SessionRow session, @Nullable NoteContent note, String author) {}
