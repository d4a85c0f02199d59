package health.trellis.thread.web;

import health.trellis.thread.TimelineEntry;
import health.trellis.thread.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The geometry of a timeline, in percent of the drawing: one lane for each kind that there is, each
 * entry at its time, the oldest on the left. Percent lets the drawing stretch while its words keep
 * their size.
 *
 * @param lanes from the top
 * @param days where a date is written below the drawing
 */
public record TimelineChart(List<Lane> lanes, List<Day> days) {
  static final TimelineChart EMPTY = new TimelineChart(List.of(), List.of());

  private static final double LEFT = 3;
  private static final double RIGHT = 97;
  private static final double BOTTOM = 90;
  private static final int DAYS = 4;

  /** The entries of one kind. */
  public record Lane(TimelineKind kind, String y, List<Mark> marks) {}

  /** One entry. */
  public record Mark(String x, TimelineEntry entry) {}

  /** A date below the drawing. */
  public record Day(String x, Instant at, boolean first, boolean last) {}

  /** The drawing of these entries, the latest first. */
  static TimelineChart of(List<TimelineEntry> entries) {
    if (entries.isEmpty()) {
      return EMPTY;
    }
    Span span = new Span(entries.get(entries.size() - 1).at(), entries.get(0).at());
    List<TimelineKind> kinds =
        Arrays.stream(TimelineKind.values())
            .filter(kind -> entries.stream().anyMatch(entry -> entry.kind() == kind))
            .toList();
    List<Lane> lanes = new ArrayList<>();
    for (TimelineKind kind : kinds) {
      double y = BOTTOM * (lanes.size() + 0.6) / kinds.size();
      lanes.add(new Lane(kind, percent(y), marks(kind, entries, span)));
    }
    return new TimelineChart(List.copyOf(lanes), days(span));
  }

  private static List<Mark> marks(TimelineKind kind, List<TimelineEntry> entries, Span span) {
    List<Mark> marks = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      TimelineEntry entry = entries.get(i);
      if (entry.kind() == kind) {
        marks.add(new Mark(span.x(entry.at()), entry));
      }
    }
    return List.copyOf(marks);
  }

  private static List<Day> days(Span span) {
    if (span.seconds() < Duration.ofDays(DAYS).toSeconds()) {
      return List.of(new Day(span.x(span.to()), span.to(), true, true));
    }
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      Instant at = span.from().plusSeconds(span.seconds() * i / (DAYS - 1));
      days.add(new Day(span.x(at), at, i == 0, i == DAYS - 1));
    }
    return List.copyOf(days);
  }

  /** From the first entry to the last one. */
  private record Span(Instant from, Instant to) {
    long seconds() {
      return Duration.between(from, to).toSeconds();
    }

    String x(Instant at) {
      long here = Duration.between(from, at).toSeconds();
      double x = seconds() == 0 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * here / seconds();
      return percent(x);
    }
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
