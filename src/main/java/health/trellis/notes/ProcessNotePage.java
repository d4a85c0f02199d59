package health.trellis.notes;

import health.trellis.clients.ClientHead;
import health.trellis.kernel.ProcessNoteId;
import java.time.Instant;

/**
 * One process note, before its author.
 *
 * @param version what a save must have seen
 */
public record ProcessNotePage(
    ClientHead head,
    ProcessNoteId id,
    NoteText text,
    Instant begunAt,
    Instant savedAt,
    long version) {
  /** What it says. */
  public String words() {
    return text.sections().values().stream().findFirst().orElse("");
  }
}
