package health.trellis.audit;

import health.trellis.kernel.NotFoundException;
import org.jspecify.annotations.Nullable;

/** The number of an event in the log, by which a page begins after it. */
public record EventNumber(long value) {
  private static final int MOST_DIGITS = 18;

  /** The one that this text names; a text that names none is answered like one not there. */
  public static EventNumber of(@Nullable String text) {
    if (text == null
        || text.isEmpty()
        || text.length() > MOST_DIGITS
        || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw new NotFoundException("no such event");
    }
    return new EventNumber(Long.parseLong(text));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
