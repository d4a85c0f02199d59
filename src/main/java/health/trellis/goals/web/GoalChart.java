package health.trellis.goals.web;

import health.trellis.goals.Level;
import health.trellis.goals.RatingDraft;
import health.trellis.goals.RatingView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of a goal's ratings over time, in percent of the drawing, by their days: as
 * therapists rated it and as the client did, by one method. Percent lets the drawing stretch while
 * its words keep their size. Between levels of two versions there is no line, since they say
 * something else.
 *
 * @param byTherapist the ratings by therapists
 * @param byClient the client's own
 * @param rungs the heights that are named
 * @param days where a date is written below the drawing
 */
public record GoalChart(Series byTherapist, Series byClient, List<Rung> rungs, List<Day> days) {
  private static final double LEFT = 7;
  private static final double RIGHT = 95;
  private static final double TOP = 8;
  private static final double BOTTOM = 84;
  private static final double APART = 12;
  private static final String END = "100%";

  /** One line: its points, and the stretches between them. */
  public record Series(List<Point> points, List<Stretch> stretches) {}

  /** One rating. */
  public record Point(String x, String y, String value, boolean last) {}

  /** From one rating to the next. */
  public record Stretch(String x1, String y1, String x2, String y2) {}

  /** One height of the scale, across the drawing. */
  public record Rung(String y, String value) {}

  /** A date below the drawing. */
  public record Day(String x, LocalDate on, boolean last) {}

  /** A method of rating: which number of a rating it shows, between which two. */
  private record Method(Function<RatingView, @Nullable Integer> value, int least, int most) {
    boolean shows(RatingView rating) {
      return rating.counts() && value.apply(rating) != null;
    }

    int of(RatingView rating) {
      return Objects.requireNonNull(value.apply(rating), "only what it shows is drawn");
    }

    String y(int at) {
      return percent(BOTTOM - (BOTTOM - TOP) * (at - least) / (most - least));
    }
  }

  private static final Method LEVELS = new Method(RatingView::level, -2, 2);
  private static final Method SCORES = new Method(RatingView::score, 0, RatingDraft.ENTIRELY);

  /** The drawing of the levels among these ratings; null where there are none. */
  public static @Nullable GoalChart ofLevels(List<RatingView> ratings) {
    return of(ratings, LEVELS, Level.ladder());
  }

  /** The drawing of the scores among them, from 0 to 10; null where there are none. */
  public static @Nullable GoalChart ofScores(List<RatingView> ratings) {
    return of(ratings, SCORES, List.of(0, RatingDraft.ENTIRELY / 2, RatingDraft.ENTIRELY));
  }

  private static @Nullable GoalChart of(
      List<RatingView> ratings, Method method, List<Integer> named) {
    List<RatingView> shown = ratings.stream().filter(method::shows).toList();
    return shown.isEmpty()
        ? null
        : new GoalChart(
            series(shown, method, false),
            series(shown, method, true),
            named.stream().map(each -> new Rung(method.y(each), sign(method, each))).toList(),
            days(shown));
  }

  /** A level with its sign, as +1; a score as it is. */
  private static String sign(Method method, int value) {
    if (method.least() == 0 || value == 0) {
      return Integer.toString(value);
    }
    return (value > 0 ? "+" : "−") + Math.abs(value);
  }

  private static Series series(List<RatingView> shown, Method method, boolean byClient) {
    List<RatingView> own = shown.stream().filter(each -> each.byClient() == byClient).toList();
    List<Point> points = new ArrayList<>();
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      int value = method.of(own.get(i));
      boolean last = i == own.size() - 1;
      Point here =
          new Point(percent(x(shown, own.get(i))), method.y(value), sign(method, value), last);
      if (i > 0 && Objects.equals(own.get(i - 1).scale(), own.get(i).scale())) {
        Point before = points.get(i - 1);
        stretches.add(new Stretch(before.x(), before.y(), here.x(), here.y()));
      }
      points.add(here);
    }
    return new Series(List.copyOf(points), List.copyOf(stretches));
  }

  private static List<Day> days(List<RatingView> shown) {
    List<Day> days = new ArrayList<>();
    double written = -APART;
    LocalDate end = shown.get(shown.size() - 1).on();
    for (RatingView each : shown) {
      double x = x(shown, each);
      if (x - written >= APART && RIGHT - x >= APART && !each.on().equals(end)) {
        days.add(new Day(percent(x), each.on(), false));
        written = x;
      }
    }
    days.add(new Day(END, end, true));
    return List.copyOf(days);
  }

  private static double x(List<RatingView> shown, RatingView rating) {
    LocalDate first = shown.get(0).on();
    long whole = ChronoUnit.DAYS.between(first, shown.get(shown.size() - 1).on());
    long here = ChronoUnit.DAYS.between(first, rating.on());
    return whole == 0 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * here / whole;
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f%%", value);
  }
}
