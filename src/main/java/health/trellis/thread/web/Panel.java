package health.trellis.thread.web;

import health.trellis.thread.Measure;
import health.trellis.thread.Series;
import health.trellis.thread.SeriesPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The lines that share one scale, drawn above the others' on the same axis of time.
 *
 * @param group the title of the instrument; empty where the measure says it all
 * @param levels the heights that are named
 * @param lines in the order named
 * @param dense whether the points stand so close that each is drawn small
 */
public record Panel(
    Measure measure, String group, List<Level> levels, List<Line> lines, boolean dense) {
  private static final double TOP = 8;
  private static final double BOTTOM = 92;
  private static final int STYLES = 6;
  private static final int FEW_LEVELS = 5;
  private static final int MANY_POINTS = 90;
  private static final double APART = 11;

  /** One height of the scale, across the drawing. */
  public record Level(String y, int value) {}

  /**
   * One series.
   *
   * @param style which of the few colours and dashes it is drawn in
   * @param chosen whether it is drawn now
   * @param path its points for a polyline in a drawing of 100 by 100
   */
  public record Line(Series series, int style, boolean chosen, String path, List<Dot> dots) {}

  /**
   * One point.
   *
   * @param figure whether there is room beside it to write its value
   */
  public record Dot(String x, String y, SeriesPoint point, boolean figure) {}

  /** The panels of these series, each of which may be left out of the drawing. */
  static List<Panel> of(List<Series> series, Span span, Set<String> chosen) {
    Map<String, List<Series>> together = new LinkedHashMap<>();
    for (Series each : series) {
      together.computeIfAbsent(each.measure() + each.group(), key -> new ArrayList<>()).add(each);
    }
    return together.values().stream().map(each -> panel(each, span, chosen)).toList();
  }

  private static Panel panel(List<Series> series, Span span, Set<String> chosen) {
    Series first = series.get(0);
    List<Line> lines = new ArrayList<>();
    List<Double> written = new ArrayList<>();
    for (Series each : series) {
      boolean drawn = chosen.isEmpty() || chosen.contains(each.key());
      lines.add(line(each, style(series, each), drawn, span, written));
    }
    int points = lines.stream().filter(Line::chosen).mapToInt(line -> line.dots().size()).sum();
    return new Panel(
        first.measure(), first.group(), levels(first), List.copyOf(lines), points > MANY_POINTS);
  }

  /** A belief has one colour, whoever rates it. */
  private static int style(List<Series> all, Series one) {
    List<String> things = all.stream().map(Panel::thing).distinct().toList();
    return things.indexOf(thing(one)) % STYLES;
  }

  private static String thing(Series series) {
    return series.key().substring(2);
  }

  private static Line line(
      Series series, int style, boolean chosen, Span span, List<Double> written) {
    StringBuilder path = new StringBuilder();
    List<Dot> dots = new ArrayList<>();
    List<SeriesPoint> points = series.points();
    for (int i = 0; i < points.size(); i++) {
      SeriesPoint point = points.get(i);
      double x = span.at(point.at());
      double y = y(series, point.value());
      path.append(String.format(Locale.ROOT, "%.2f,%.2f ", x, y));
      boolean last = i == points.size() - 1;
      boolean room = last && chosen && written.stream().allMatch(at -> Math.abs(at - y) >= APART);
      if (room) {
        written.add(y);
      }
      dots.add(new Dot(Span.percent(x), Span.percent(y), point, room));
    }
    return new Line(series, style, chosen, path.toString().strip(), List.copyOf(dots));
  }

  private static List<Level> levels(Series series) {
    int whole = series.highest() - series.lowest();
    int step = Math.max(1, whole > FEW_LEVELS ? whole / 2 : 1);
    return IntStream.iterate(series.lowest(), each -> each <= series.highest(), each -> each + step)
        .mapToObj(each -> new Level(Span.percent(y(series, BigDecimal.valueOf(each))), each))
        .toList();
  }

  private static double y(Series series, BigDecimal value) {
    double share =
        (value.doubleValue() - series.lowest()) / Math.max(1, series.highest() - series.lowest());
    return BOTTOM - (BOTTOM - TOP) * share;
  }
}
