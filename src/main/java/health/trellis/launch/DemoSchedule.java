package health.trellis.launch;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The dates of an invented client's inventories, counted back from today: given in a session on a
 * working day, sent some days later at a time of day when people are free, reviewed soon after.
 */
final class DemoSchedule {
  private static final int DAYS_TO_ANSWER = 7;
  private static final double WEEKS_OF_A_TREATMENT = 24;

  private final DemoClient client;
  private final Instant now;
  private final ZoneId zone;
  private final LocalDate today;
  private final RandomGenerator random;

  DemoSchedule(DemoClient client, Instant now, ZoneId zone, RandomGenerator random) {
    this.client = client;
    this.now = now;
    this.zone = zone;
    this.today = LocalDate.ofInstant(now, zone);
    this.random = random;
  }

  /** The inventories, the oldest first. */
  List<DemoAssignment> list() {
    LocalDate last = today.minusDays(daysSinceLast());
    List<DemoAssignment> all = new ArrayList<>();
    for (int i = 0; i < client.answered(); i++) {
      int before = client.answered() - 1 - i;
      all.add(sent(i, last.minusWeeks((long) before * client.weeks()), before == 0));
    }
    switch (client.now()) {
      case WAITING -> all.add(waiting());
      case PARTLY -> all.add(waiting().answered(between(15, 75) / 100.0, ago(2, 30)));
      case OVERDUE -> all.add(overdue());
      case GONE -> all.add(takenBack(last));
      case REST, REVIEW -> {}
    }
    return all;
  }

  private int daysSinceLast() {
    return switch (client.now()) {
      case REVIEW -> between(0, 5);
      case REST -> between(7, 20);
      case WAITING, PARTLY -> between(9, 20);
      case OVERDUE -> between(26, 35);
      case GONE -> between(90, 150);
    };
  }

  private DemoAssignment sent(int index, LocalDate day, boolean last) {
    Instant at = earlier(time(day, 7, 22), now.minus(Duration.ofMinutes(between(12, 40))));
    LocalDate given = workday(day.minusDays(between(1, 6)), -1);
    double weeks = (double) Math.max(1, client.answered() - 1) * client.weeks();
    double progress = index * client.weeks() / Math.max(WEEKS_OF_A_TREATMENT, weeks);
    DemoAssignment sent =
        DemoAssignment.sent(progress, time(given, 9, 17), given.plusDays(DAYS_TO_ANSWER), at);
    if (last && client.now() == DemoClient.Now.REVIEW) {
      return sent;
    }
    Instant seen = time(workday(day.plusDays(between(1, 4)), 1), 9, 18);
    DemoAssignment reviewed = sent.reviewed(seen);
    boolean released = last && client.notes().contains(DemoClient.Note.RELEASED);
    return released ? reviewed.released(seen.plus(Duration.ofMinutes(between(2, 9)))) : reviewed;
  }

  private DemoAssignment waiting() {
    LocalDate given = workday(today.minusDays(between(2, 4)), -1);
    return DemoAssignment.open(time(given, 9, 17), given.plusDays(DAYS_TO_ANSWER + 2L));
  }

  private DemoAssignment overdue() {
    LocalDate given = workday(today.minusDays(between(10, 18)), -1);
    DemoAssignment open = DemoAssignment.open(time(given, 9, 17), given.plusDays(DAYS_TO_ANSWER));
    return random.nextBoolean() ? open : open.answered(0.4, time(given.plusDays(2), 19, 22));
  }

  private DemoAssignment takenBack(LocalDate last) {
    LocalDate given = workday(last.plusWeeks(client.weeks()), 1);
    return DemoAssignment.open(time(given, 9, 17), given.plusDays(DAYS_TO_ANSWER))
        .withdrawn(time(workday(given.plusDays(30), 1), 9, 17));
  }

  /** A minute of that day, between two full hours. */
  private Instant time(LocalDate day, int fromHour, int toHour) {
    int minute = between(fromHour * 60, toHour * 60);
    return day.atStartOfDay(zone).plusMinutes(minute).plusSeconds(between(0, 59)).toInstant();
  }

  private Instant ago(int fromHours, int toHours) {
    return now.minus(Duration.ofMinutes(between(fromHours * 60, toHours * 60)));
  }

  private int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** That day, or the nearest working day in a direction. */
  private static LocalDate workday(LocalDate day, int step) {
    LocalDate found = day;
    while (found.getDayOfWeek() == DayOfWeek.SATURDAY || found.getDayOfWeek() == DayOfWeek.SUNDAY) {
      found = found.plusDays(step);
    }
    return found;
  }
}
