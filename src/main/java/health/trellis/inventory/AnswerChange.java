package health.trellis.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one answer, as a page sends it.
 *
 * @param key made for this change by the page, and the same on every retry: it counts once
 * @param value the number of the answer; null makes the item blank, or is what "declined" needs
 * @param declined "prefer not to say"
 */
public record AnswerChange(UUID key, @Nullable Integer value, boolean declined) {
  public AnswerChange {
    if (declined && value != null) {
      throw new IllegalArgumentException("an answer is given or declined, not both");
    }
  }
}
