package health.trellis.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The figures of several turns of one kind, with their median and spread.
 *
 * @param values one a turn
 */
record Figures(List<Double> values) {
  double median() {
    return percentile(values.stream().mapToDouble(Double::doubleValue).toArray(), 50);
  }

  /** How far the turns lie apart, as a share of their median. */
  double spread() {
    DoubleStream all = values.stream().mapToDouble(Double::doubleValue);
    double most = all.max().orElse(0);
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    return median() == 0 ? 0 : (most - least) / median();
  }

  /** The median with its unit and spread. */
  String text(String unit) {
    return String.format(Locale.ROOT, "%s %s (±%.0f %%)", number(median()), unit, spread() * 50);
  }

  static double percentile(double[] values, double percent) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = (sorted.length - 1) * percent / 100;
    int low = (int) Math.floor(at);
    int high = (int) Math.ceil(at);
    return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
