package health.trellis.goals;

import health.trellis.kernel.GoalId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal as one reads it.
 *
 * @param statusReason why it ended; null where it did not
 * @param sharedAt since when the client reads it too; null while it is not shared
 * @param version what a change must have seen
 */
public record GoalView(
    GoalId id,
    GoalDraft told,
    GoalStatus status,
    Instant statusAt,
    @Nullable String statusReason,
    Instant proposedAt,
    @Nullable Instant sharedAt,
    long version) {
  /** Whether it may be moved there. */
  public boolean mayBecome(GoalStatus next) {
    return status.mayBecome(next);
  }

  /** Whether the date is past by which it was to be reached. */
  public boolean pastItsDate(LocalDate today) {
    LocalDate until = told.targetDate();
    return status.open() && until != null && until.isBefore(today);
  }
}
