package health.trellis.sessions;

import health.trellis.kernel.PersonId;
import health.trellis.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session in a list or above its note.
 *
 * @param present who was there besides the client and the therapist; null where nobody was
 */
public record SessionRow(
    SessionId id,
    Instant startsAt,
    Duration length,
    Place place,
    Attendance attendance,
    @Nullable String present,
    PersonId heldBy) {
  /** Its length in minutes. */
  public long minutes() {
    return length.toMinutes();
  }
}
