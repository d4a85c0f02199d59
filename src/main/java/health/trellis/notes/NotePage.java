package health.trellis.notes;

import health.trellis.clients.ClientHead;
import health.trellis.sessions.SessionRow;
import java.util.List;

/**
 * One note with its session and what was added to it.
 *
 * @param author who began it
 * @param cosigner who cosigned it; empty where nobody did
 * @param returns each time it was sent back to its author, the first one first
 * @param mayWrite whether the reader treats the client
 * @param mayCosign whether it waits for the reader's cosignature
 */
public record NotePage(
    ClientHead head,
    SessionRow session,
    NoteContent note,
    String author,
    String cosigner,
    List<AddendumView> addenda,
    List<ReturnView> returns,
    boolean mayWrite,
    boolean mayCosign) {
  /** Whether the reader can sign it. */
  public boolean maySign() {
    return mayWrite && note.draft() && note.own();
  }
}
