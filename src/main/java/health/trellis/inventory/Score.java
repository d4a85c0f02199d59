package health.trellis.inventory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one scale comes to, or the statement that it comes to nothing because too few items were
 * answered.
 *
 * @param scale the scale
 * @param raw the score with two decimals; absent when the scale is not scorable
 * @param shown {@code raw} rounded as the scale shows it; absent with it
 * @param mean the mean answer to an item after reversing, two decimals, on the answer scale; absent
 *     with {@code raw}
 * @param prorated whether answers were missing and those given stood for them
 * @param answered how many of the items were answered
 * @param items how many items the scale has
 * @param band the band of {@code shown}; absent when the scale has none there
 */
public record Score(
    ScaleCode scale,
    @Nullable BigDecimal raw,
    @Nullable BigDecimal shown,
    @Nullable BigDecimal mean,
    boolean prorated,
    int answered,
    int items,
    @Nullable Band band) {

  public Score {
    if (answered < 0 || answered > items) {
      throw new IllegalArgumentException(answered + " of " + items + " items cannot be answered");
    }
    boolean whole = raw != null && shown != null && mean != null;
    boolean none = raw == null && shown == null && mean == null && band == null && !prorated;
    if (!whole && !none) {
      throw new IllegalArgumentException("a score is there with all its parts, or not at all");
    }
    if (whole && prorated != (answered < items)) {
      throw new IllegalArgumentException("a score is prorated exactly when answers are missing");
    }
  }

  /** A scale with too few answers for a score. */
  static Score notScorable(Scale scale, int answered) {
    return new Score(scale.code(), null, null, null, false, answered, scale.items().size(), null);
  }

  /** Whether enough items were answered for a score. */
  public boolean scorable() {
    return raw != null;
  }
}
