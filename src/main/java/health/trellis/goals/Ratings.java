package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Caller;
import health.trellis.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a rating is kept, and withdrawn by who gave it: the rules are the same for client and
 * therapist.
 */
@ApplicationScoped
class Ratings {
  @Inject private GoalRepository goals;
  @Inject private CurrentCaller current;
  @Inject private Clock clock;

  /**
   * Keeps a rating of a goal, by the levels that stand, from 0 to 10, or both.
   *
   * @throws InvalidException where its day lies ahead, or before the goal was proposed
   * @throws ConflictException where the goal takes no such rating now
   */
  void keep(OpenClient client, SupportGoal goal, RatingDraft draft, RequestKey key) {
    Caller caller = current.get();
    Instant now = clock.instant();
    requireDay(goal, draft.ratedOn(), caller);
    goal.requireRated();
    if (draft.score() != null) {
      if (!goal.ranked()) {
        throw new ConflictException("conflict.goalUnranked");
      }
      goals.add(client, GoalRating.ofScore(goal, client, caller, draft, key, now));
    }
    if (draft.level() != null) {
      AttainmentScale scale =
          goals
              .findStanding(client, goal.id())
              .orElseThrow(() -> new ConflictException("conflict.levelsMissing"));
      goals.add(client, GoalRating.ofLevel(goal, scale, client, caller, draft, key, now));
    }
  }

  /**
   * Withdraws a rating that the caller gave, for a reason; asked twice, it is withdrawn once.
   *
   * @return whether this call withdrew it
   */
  boolean withdraw(OpenClient client, GoalRatingId id, String reason) {
    GoalRating rating = goals.getOwnRatingForChange(client, id, current.get());
    if (rating.withdrawnFor(current.get(), reason)) {
      return false;
    }
    rating.withdraw(current.get(), reason, clock.instant());
    return true;
  }

  private void requireDay(SupportGoal goal, LocalDate day, Caller caller) {
    if (day.isAfter(caller.today(clock))) {
      throw new InvalidException("ratedOn", "goalRating.day.future");
    }
    if (day.isBefore(LocalDate.ofInstant(goal.proposedAt(), caller.zone()))) {
      throw new InvalidException("ratedOn", "goalRating.day.before");
    }
  }
}
