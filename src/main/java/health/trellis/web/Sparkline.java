package health.trellis.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The geometry of a course in miniature: 80 wide and 20 high, from 0 to 4 unless a mean is higher,
 * the last point marked.
 *
 * @param points what an SVG polyline takes; empty for fewer than two means
 * @param x where the last point stands
 * @param y where the last point stands
 */
public record Sparkline(String points, String x, String y) {
  private static final int LEFT = 3;
  private static final int RIGHT = 77;
  private static final int TOP = 3;
  private static final int HEIGHT = 14;
  private static final double SCALE = 4;

  /** The drawing of these mean answers, oldest first; at least one. */
  public static Sparkline of(List<BigDecimal> means) {
    int last = means.size() - 1;
    String points =
        last == 0
            ? ""
            : IntStream.rangeClosed(0, last)
                .mapToObj(i -> x(i, last) + "," + y(means.get(i)))
                .collect(Collectors.joining(" "));
    return new Sparkline(points, x(last, last), y(means.get(last)));
  }

  private static String x(int i, int last) {
    return number(last == 0 ? RIGHT : LEFT + (double) i * (RIGHT - LEFT) / last);
  }

  private static String y(BigDecimal mean) {
    return number(TOP + HEIGHT * (1 - Math.min(mean.doubleValue(), SCALE) / SCALE));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
