package health.trellis.inventory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One scale's score, ready to be read.
 *
 * @param shown the score as its rule rounds it; null where too few items were answered
 * @param lowest the lowest score possible
 * @param highest the highest score possible
 * @param mean the mean answer, after reversing
 * @param words the words of the answer scale nearest to the mean
 * @param earlierMean the mean of the time before, where there is one
 */
public record ScoreView(
    ScaleCode scale,
    String title,
    String description,
    @Nullable BigDecimal shown,
    int lowest,
    int highest,
    @Nullable BigDecimal mean,
    @Nullable String words,
    @Nullable BigDecimal earlierMean,
    boolean prorated,
    int answered,
    int items) {
  /** Whether enough items were answered for a score. */
  public boolean scorable() {
    return shown != null;
  }
}
