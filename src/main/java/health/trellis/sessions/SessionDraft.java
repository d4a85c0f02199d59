package health.trellis.sessions;

import health.trellis.kernel.Problems;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a session; it checks itself.
 *
 * @param startsAt when it began or was to begin
 * @param length from 5 minutes to 8 hours
 * @param present who was there besides the client and the therapist; null where nobody was
 */
public record SessionDraft(
    Instant startsAt,
    Duration length,
    Place place,
    Attendance attendance,
    @Nullable String present) {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(8);
  private static final int MOST = 200;

  public SessionDraft {
    present = present == null || present.isBlank() ? null : present.strip();
    new Problems()
        .in("minutes", "session.minutes.wrong", outside(length))
        .in("present", "session.present.long", present != null && present.length() > MOST)
        .refuse();
  }

  private static boolean outside(Duration length) {
    return length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0;
  }
}
