package health.trellis.goals;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal that somebody should look at; its words are on its page.
 *
 * @param name the client's
 * @param ratedOn the day of the last rating; the day it was proposed where it has none
 * @param targetDate until when it was meant; null where that is open
 */
public record WaitingGoal(
    GoalId goal, ClientId client, String name, LocalDate ratedOn, @Nullable LocalDate targetDate) {
  /** Whether the date is past by which it was to be reached. */
  public boolean pastItsDate(LocalDate today) {
    return targetDate != null && targetDate.isBefore(today);
  }
}
