package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.PersonNames;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What a therapist does with ratings of a goal: give one, withdraw an own one. */
@Service
public class RatingService {
  @Inject private ClientAccess access;
  @Inject private GoalRepository goals;
  @Inject private Ratings ratings;
  @Inject private PersonNames names;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What the page offers that rates a goal. */
  @AllowedTo(Role.THERAPIST)
  public RatingForm choose(ClientId id, GoalId goalId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalWithScales found = goals.getWithScales(client, goalId);
    audit.record(Act.GOALS_READ, client.id(), goalId);
    return new RatingForm(
        head(client),
        found.goal().view(),
        found.standing().map(AttainmentScale::view).orElse(null),
        caller.get().today(clock));
  }

  /** Rates how far a goal got; the same key again rates nothing. */
  @AllowedTo(Role.THERAPIST)
  public void rate(ClientId id, GoalId goalId, RatingDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupportGoal goal = goals.getForChange(client, goalId);
    if (goals.rated(client, key)) {
      return;
    }
    client.requireOpen();
    ratings.keep(client, goal, draft, key);
    audit.record(Act.GOAL_RATED, client.id(), goalId);
  }

  /** What the page offers that withdraws an own rating. */
  @AllowedTo(Role.THERAPIST)
  public WithdrawalForm chooseToWithdraw(ClientId id, GoalRatingId ratingId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalRating rating = goals.getOwnRatingForChange(client, ratingId, caller.get());
    SupportGoal goal = goals.get(client, rating.goal());
    audit.record(Act.GOALS_READ, client.id(), goal.id());
    return new WithdrawalForm(
        head(client),
        goal.view(),
        rating.view(client, names.of(client, List.of(rating.ratedBy()))));
  }

  /** Withdraws an own rating for a reason; asked twice, it is withdrawn once. */
  @AllowedTo(Role.THERAPIST)
  public void withdraw(ClientId id, GoalRatingId ratingId, String reason) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    if (ratings.withdraw(client, ratingId, reason)) {
      audit.record(Act.GOAL_RATING_WITHDRAWN, client.id(), ratingId);
    }
  }

  private ClientHead head(OpenClient client) {
    return ClientHead.of(client, caller.get().today(clock));
  }
}
