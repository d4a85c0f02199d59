package health.trellis.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one item's answer.
 *
 * @param value the number of the answer; null where the item is blank or declined
 * @param declined whether the client would rather not say
 * @param at when it was saved
 */
public record GivenAnswer(ItemCode item, @Nullable Integer value, boolean declined, Instant at) {
  /** Whether the client has dealt with the item: answered it, or declined. */
  public boolean given() {
    return value != null || declined;
  }
}
