package health.trellis.thread;

import health.trellis.kernel.NoteId;
import java.time.Instant;

/**
 * A note that a belief leads to.
 *
 * @param startsAt when its session began
 * @param form its form, by its code or the clinic's name for it
 * @param state the name of how it stands
 * @param told whether evidence about the belief comes from it
 */
public record LinkedNote(NoteId note, Instant startsAt, String form, String state, boolean told) {
  /** Whether it can still be written in. */
  public boolean draft() {
    return "DRAFT".equals(state);
  }

  /** Whether it waits for somebody to go on with it. */
  public boolean open() {
    return draft() || "WAITING".equals(state);
  }
}
