package health.trellis.inventory.web;

import health.trellis.inventory.CoursePoint;
import health.trellis.inventory.Inventory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of a course: where each time's mean stands, in percent of the drawing, by its date.
 * Percent lets the drawing stretch while its words keep their size.
 *
 * @param marks the times with a scorable total, oldest first
 * @param lines from each mark to the next
 * @param levels one for each answer of the scale
 */
public record Course(List<Mark> marks, List<Line> lines, List<Level> levels) {
  private static final double LEFT = 7;
  private static final double RIGHT = 95;
  private static final double TOP = 8;
  private static final double BOTTOM = 84;
  private static final double APART = 11;

  /**
   * One time.
   *
   * @param named whether there is room to write its date
   */
  public record Mark(
      String x, String y, Instant at, BigDecimal mean, boolean here, boolean last, boolean named) {}

  /** A stretch between two times. */
  public record Line(String x1, String y1, String x2, String y2) {}

  /** One answer of the scale, across the drawing. */
  public record Level(String y, int value, String label) {}

  /** The drawing of these times; an empty one where a form is sent back and nothing was loaded. */
  public static Course of(@Nullable List<CoursePoint> times, @Nullable Inventory inventory) {
    if (times == null || inventory == null) {
      return new Course(List.of(), List.of(), List.of());
    }
    List<CoursePoint> shown = times.stream().filter(time -> time.mean() != null).toList();
    List<Mark> marks = new ArrayList<>();
    double written = -APART;
    for (int i = 0; i < shown.size(); i++) {
      double x = x(shown, i);
      boolean last = i == shown.size() - 1;
      boolean named = last || (x - written >= APART && RIGHT - x >= APART);
      written = named ? x : written;
      marks.add(mark(shown.get(i), x, inventory, last, named));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < marks.size(); i++) {
      Mark from = marks.get(i - 1);
      Mark to = marks.get(i);
      lines.add(new Line(from.x(), from.y(), to.x(), to.y()));
    }
    List<Level> levels =
        inventory.responses().stream()
            .map(
                option ->
                    new Level(
                        y(BigDecimal.valueOf(option.value()), inventory),
                        option.value(),
                        option.label()))
            .toList();
    return new Course(List.copyOf(marks), List.copyOf(lines), levels);
  }

  private static Mark mark(
      CoursePoint time, double x, Inventory inventory, boolean last, boolean named) {
    BigDecimal mean = time.mean() == null ? BigDecimal.ZERO : time.mean();
    return new Mark(percent(x), y(mean, inventory), time.at(), mean, time.here(), last, named);
  }

  private static double x(List<CoursePoint> times, int i) {
    Instant first = times.get(0).at();
    long whole = Duration.between(first, times.get(times.size() - 1).at()).toMinutes();
    long here = Duration.between(first, times.get(i).at()).toMinutes();
    return whole == 0 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * here / whole;
  }

  private static String y(BigDecimal mean, Inventory inventory) {
    return percent(BOTTOM - (BOTTOM - TOP) * share(mean, inventory));
  }

  /** How far along the answer scale a mean stands, as "62.5%"; "0%" where there is none. */
  public static String along(@Nullable BigDecimal mean, @Nullable Inventory inventory) {
    return mean == null || inventory == null ? "0%" : percent(100 * share(mean, inventory));
  }

  private static double share(BigDecimal mean, Inventory inventory) {
    return (mean.doubleValue() - inventory.lowest())
        / Math.max(1, inventory.highest() - inventory.lowest());
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f%%", value);
  }
}
