package health.trellis.beliefs.web;

import health.trellis.beliefs.ConvictionView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of convictions over time, in percent of the drawing, by their dates: the belief and
 * its alternative on one scale from 0 to 100, as therapists rated them and as the client did by
 * oneself. Percent lets the drawing stretch while its words keep their size.
 *
 * @param belief the ratings of the belief by therapists, oldest first
 * @param alternative those of the alternative belief
 * @param beliefByClient the client's own ratings of the belief
 * @param alternativeByClient those of the alternative belief
 * @param days where a date is written below the drawing
 */
public record ConvictionChart(
    Series belief,
    Series alternative,
    Series beliefByClient,
    Series alternativeByClient,
    List<Day> days) {
  private static final double LEFT = 7;
  private static final double RIGHT = 95;
  private static final double TOP = 8;
  private static final double BOTTOM = 84;
  private static final double APART = 12;
  private static final int MOST = 100;
  private static final String END = "100%";

  /** One line: its points, and the stretches between them. */
  public record Series(List<Point> points, List<Stretch> stretches) {}

  /** One rating. */
  public record Point(String x, String y, int value, boolean last) {}

  /** From one rating to the next. */
  public record Stretch(String x1, String y1, String x2, String y2) {}

  /** A date below the drawing. */
  public record Day(String x, Instant at, boolean last) {}

  /** One height of the scale, across the drawing. */
  public record Level(String y, int value) {}

  /** The drawing of these ratings, oldest first. */
  public static ConvictionChart of(List<ConvictionView> ratings) {
    return new ConvictionChart(
        series(ratings, false, ConvictionView::conviction),
        series(ratings, false, ConvictionView::alternative),
        series(ratings, true, ConvictionView::conviction),
        series(ratings, true, ConvictionView::alternative),
        days(ratings));
  }

  /** The heights that are named: none, half, all. */
  public List<Level> levels() {
    return List.of(level(0), level(MOST / 2), level(MOST));
  }

  private static Level level(int value) {
    return new Level(y(value), value);
  }

  private static Series series(
      List<ConvictionView> ratings,
      boolean byClient,
      Function<ConvictionView, @Nullable Integer> value) {
    List<Point> points = new ArrayList<>();
    for (ConvictionView rating : ratings) {
      Integer rated = rating.byClient() == byClient ? value.apply(rating) : null;
      if (rated != null) {
        points.add(new Point(percent(x(ratings, rating)), y(rated), rated, false));
      }
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      stretches.add(new Stretch(from.x(), from.y(), to.x(), to.y()));
    }
    if (!points.isEmpty()) {
      Point last = points.remove(points.size() - 1);
      points.add(new Point(last.x(), last.y(), last.value(), true));
    }
    return new Series(List.copyOf(points), List.copyOf(stretches));
  }

  private static List<Day> days(List<ConvictionView> ratings) {
    List<Day> days = new ArrayList<>();
    double written = -APART;
    for (int i = 0; i < ratings.size() - 1; i++) {
      double x = x(ratings, ratings.get(i));
      if (x - written >= APART && RIGHT - x >= APART && !within(ratings, i)) {
        days.add(new Day(percent(x), ratings.get(i).at(), false));
        written = x;
      }
    }
    if (!ratings.isEmpty()) {
      days.add(new Day(END, ratings.get(ratings.size() - 1).at(), true));
    }
    return List.copyOf(days);
  }

  /** Whether it is of the last day, whose date is written once. */
  private static boolean within(List<ConvictionView> ratings, int i) {
    Instant last = ratings.get(ratings.size() - 1).at();
    return Duration.between(ratings.get(i).at(), last).compareTo(Duration.ofDays(1)) < 0;
  }

  private static double x(List<ConvictionView> ratings, ConvictionView rating) {
    Instant first = ratings.get(0).at();
    long whole = Duration.between(first, ratings.get(ratings.size() - 1).at()).toSeconds();
    long here = Duration.between(first, rating.at()).toSeconds();
    return whole == 0 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * here / whole;
  }

  private static String y(int value) {
    return percent(BOTTOM - (BOTTOM - TOP) * value / MOST);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f%%", value);
  }
}
