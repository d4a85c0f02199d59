package health.trellis.thread.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The axis of time that all parts of a timeline's drawing share, in percent of its width. Percent
 * lets a drawing stretch while its words keep their size.
 */
record Span(Instant from, Instant to) {
  private static final double LEFT = 6;
  private static final double RIGHT = 94;
  private static final int MOST_TICKS = 7;
  private static final List<Integer> DAYS = List.of(1, 2, 7, 14);
  private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 240);

  /** Where a moment stands. */
  double at(Instant moment) {
    long whole = Duration.between(from, to).toSeconds();
    return whole == 0
        ? (LEFT + RIGHT) / 2
        : LEFT + (RIGHT - LEFT) * Duration.between(from, moment).toSeconds() / whole;
  }

  /** Where a moment stands, as an attribute. */
  String x(Instant moment) {
    return percent(at(moment));
  }

  /** Days or first days of months, evenly apart, as many as there is room for. */
  List<Tick> ticks(ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(from, zone);
    LocalDate last = LocalDate.ofInstant(to, zone);
    if (first.equals(last)) {
      return List.of(new Tick(x(from), first, false));
    }
    for (int step : DAYS) {
      List<LocalDate> days = first.plusDays(1).datesUntil(last.plusDays(1)).toList();
      if (days.size() <= step * MOST_TICKS) {
        return Stream.iterate(0, i -> i < days.size(), i -> i + step)
            .map(i -> tick(days.get(i), zone, false))
            .toList();
      }
    }
    for (int step : MONTHS) {
      List<LocalDate> months =
          Stream.iterate(
                  first.withDayOfMonth(1), each -> !each.isAfter(last), each -> each.plusMonths(1))
              .filter(each -> !each.isBefore(first))
              .filter(each -> (each.getYear() * 12 + each.getMonthValue() - 1) % step == 0)
              .toList();
      if (months.size() <= MOST_TICKS) {
        return months.stream().map(each -> tick(each, zone, true)).toList();
      }
    }
    return List.of();
  }

  private Tick tick(LocalDate day, ZoneId zone, boolean month) {
    return new Tick(x(day.atStartOfDay(zone).toInstant()), day, month);
  }

  /** A share of a drawing, as an attribute. */
  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
