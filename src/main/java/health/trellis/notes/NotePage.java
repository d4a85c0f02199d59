package health.trellis.notes;

import health.trellis.clients.ClientHead;
import health.trellis.sessions.SessionRow;
import java.util.List;

/**
 * One note with its session and what was added to it.
 *
 * @param author who began it
 * @param mayWrite whether the reader treats the client
 */
public record NotePage(
    ClientHead head,
    SessionRow session,
    NoteContent note,
    String author,
    List<AddendumView> addenda,
    boolean mayWrite) {
  /** Whether the reader can sign it. */
  public boolean maySign() {
    return mayWrite && note.draft() && note.own();
  }
}
