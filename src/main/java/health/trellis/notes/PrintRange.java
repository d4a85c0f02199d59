package health.trellis.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days of the sessions whose notes are printed.
 *
 * @param from the first one; null for any
 * @param until the last one; null for any
 */
public record PrintRange(@Nullable LocalDate from, @Nullable LocalDate until) {
  /** No day was chosen, and so no note. */
  public static final PrintRange NONE = new PrintRange(null, null);

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

  /** Whether any day was chosen. */
  public boolean chosen() {
    return from != null || until != null;
  }

  Instant begin(ZoneId zone) {
    return begin(from == null ? FIRST : from, zone);
  }

  Instant end(ZoneId zone) {
    return begin((until == null ? LAST : until).plusDays(1), zone);
  }

  /** Kept to days that the database knows. */
  private static Instant begin(LocalDate day, ZoneId zone) {
    LocalDate known = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    return known.atStartOfDay(zone).toInstant();
  }
}
