package health.trellis.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The geometry of a course in miniature: 160 wide and 40 high (drawn at half that size, so that
 * whole numbers are fine enough), between the ends of a scale, the last point marked. A mean beyond
 * an end is drawn at it.
 *
 * @param points what an SVG polyline takes; empty for fewer than two means
 * @param x where the last point stands
 * @param y where the last point stands
 */
record Sparkline(String points, long x, long y) {
  private static final int LEFT = 6;
  private static final int RIGHT = 154;
  private static final int TOP = 6;
  private static final int HEIGHT = 28;

  /** The drawing of these means, oldest first; at least one. */
  static Sparkline of(List<BigDecimal> means, int least, int most) {
    int last = means.size() - 1;
    String points =
        last == 0
            ? ""
            : IntStream.rangeClosed(0, last)
                .mapToObj(i -> x(i, last) + "," + y(means.get(i), least, most))
                .collect(Collectors.joining(" "));
    return new Sparkline(points, x(last, last), y(means.get(last), least, most));
  }

  private static long x(int i, int last) {
    return last == 0 ? RIGHT : Math.round(LEFT + (double) i * (RIGHT - LEFT) / last);
  }

  private static long y(BigDecimal mean, int least, int most) {
    double inside = Math.max(least, Math.min(mean.doubleValue(), most));
    return Math.round(TOP + HEIGHT * (most - inside) / (most - least));
  }
}
