package health.trellis.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as a language writes them, rounded half up; nothing where there is none. */
final class Numerals {
  private final NumberFormat format;

  Numerals(Locale locale) {
    format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
  }

  /** A mean answer to one decimal. */
  String mean(@Nullable BigDecimal mean) {
    return written(mean, 1);
  }

  /** A mean of attainment levels to one decimal, with its sign, as "+0.5". */
  String level(@Nullable BigDecimal mean) {
    if (mean == null) {
      return "";
    }
    BigDecimal shown = mean.setScale(1, RoundingMode.HALF_UP);
    String sign = shown.signum() > 0 ? "+" : shown.signum() < 0 ? "−" : "";
    return sign + written(shown.abs(), 1);
  }

  /** A score, with decimals only where its rule left some. */
  String score(@Nullable BigDecimal score) {
    return score == null ? "" : written(score, Math.max(0, score.stripTrailingZeros().scale()));
  }

  private String written(@Nullable BigDecimal number, int decimals) {
    if (number == null) {
      return "";
    }
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }
}
