package health.trellis.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a kept score, which has two decimals, is rounded where it is shown and where a band is looked
 * up.
 *
 * @param decimals decimals shown, 0 to 2
 * @param mode which way a rest is rounded
 */
public record Rounding(int decimals, Mode mode) {

  /** Which way a rest is rounded. */
  public enum Mode {
    /** To the nearest, a half upwards: 6.25 → 6, 6.5 → 7. */
    HALF_UP(RoundingMode.HALF_UP),
    /** Always upwards: 6.25 → 7. */
    UP(RoundingMode.CEILING),
    /** Always downwards: 6.75 → 6. */
    DOWN(RoundingMode.FLOOR);

    private final RoundingMode rule;

    Mode(RoundingMode rule) {
      this.rule = rule;
    }
  }

  /** To the nearest whole number, a half upwards. */
  public static final Rounding WHOLE = new Rounding(0, Mode.HALF_UP);

  public Rounding {
    if (decimals < 0 || decimals > 2) {
      throw new IllegalArgumentException("a score shows 0 to 2 decimals, not " + decimals);
    }
  }

  /** The score as it is shown. */
  public BigDecimal apply(BigDecimal kept) {
    return kept.setScale(decimals, mode.rule);
  }
}
