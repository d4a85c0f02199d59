package health.trellis.beliefs;

import health.trellis.kernel.Problems;
import org.jspecify.annotations.Nullable;

/**
 * How true a belief and its alternative feel today; it checks itself.
 *
 * @param conviction of the belief, 0 (not at all) to 100 (entirely)
 * @param alternative of the alternative belief, 0 to 100; null where it was not rated
 * @param remark up to 500 characters; null where there is none
 */
public record ConvictionDraft(
    int conviction, @Nullable Integer alternative, @Nullable String remark) {
  private static final int MOST = 100;
  private static final int LONGEST = 500;

  public ConvictionDraft {
    remark = remark == null || remark.isBlank() ? null : remark.strip();
    new Problems()
        .in("conviction", "conviction.wrong", outside(conviction))
        .in("alternativeNow", "conviction.wrong", alternative != null && outside(alternative))
        .in("remark", "conviction.remark.long", remark != null && remark.length() > LONGEST)
        .in("remark", "conviction.remark.long", remark != null && remark.indexOf('\0') >= 0)
        .refuse();
  }

  private static boolean outside(int value) {
    return value < 0 || value > MOST;
  }
}
