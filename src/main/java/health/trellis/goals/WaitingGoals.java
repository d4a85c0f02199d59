package health.trellis.goals;

import java.time.LocalDate;
import java.util.List;

/**
 * The goals of a therapist's clients that somebody should look at.
 *
 * @param unrated agreed goals without a rating for sixty days, the longest first
 * @param past those whose date is past, the longest first
 */
public record WaitingGoals(List<WaitingGoal> unrated, List<WaitingGoal> past) {
  /** After so many days without a rating a goal is named. */
  static final int DAYS = 60;

  /** Sorts what waits; a goal may stand in both. */
  static WaitingGoals of(List<WaitingGoal> waiting, LocalDate today) {
    LocalDate since = today.minusDays(DAYS);
    return new WaitingGoals(
        waiting.stream().filter(each -> each.ratedOn().isBefore(since)).toList(),
        waiting.stream().filter(each -> each.pastItsDate(today)).toList());
  }
}
