package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.GoalStepId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a client does with the own goals that are shared: agree, rate, take small steps. */
@Service
public class SharedGoalService {
  @Inject private ClientAccess access;
  @Inject private GoalRepository goals;
  @Inject private SharedGoals shared;
  @Inject private Ratings ratings;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What is shared now, by how it stands. */
  @AllowedTo(Role.CLIENT)
  public List<SharedGoal> list() {
    OpenClient client = access.openOwn();
    List<SharedGoal> held = shared.list(client);
    audit.record(Act.SHARED_GOALS_READ, client.id(), client.id());
    return held;
  }

  /** One of them. */
  @AllowedTo(Role.CLIENT)
  public SharedGoalPage open(GoalId id) {
    OpenClient client = access.openOwn();
    SharedGoal goal = get(client, id);
    audit.record(Act.SHARED_GOALS_READ, client.id(), id);
    return new SharedGoalPage(
        goal,
        shared.involved(client, goal.goal().told()),
        shared.steps(client).stream().filter(step -> step.goal().equals(id)).toList(),
        caller.get().therapists(),
        caller.get().today(clock));
  }

  /**
   * Agrees to a goal, to the levels that are offered, or to both, as they were seen.
   *
   * @param seenLevels the version of the levels that were offered; {@link ScaleService#NONE}
   *     without
   */
  @AllowedTo(Role.CLIENT)
  public void agree(SeenGoal seen, long seenLevels) {
    OpenClient client = access.openOwn();
    SharedGoal held = get(client, seen.id());
    if (!held.agreeable()) {
      throw new ConflictException("conflict.changed");
    }
    SupportGoal goal = goals.get(client, seen.id());
    goal.requireVersion(seen.version());
    Optional<AttainmentScale> levels = goals.findDraftForChange(client, seen.id());
    if (levels.isPresent() == (seenLevels == ScaleService.NONE)) {
      throw new ConflictException("conflict.changed");
    }
    levels.ifPresent(scale -> agree(client, scale, seenLevels));
    if (goal.status() == GoalStatus.PROPOSED) {
      goal.agree(caller.get(), clock.instant());
      audit.record(Act.GOAL_AGREED, client.id(), goal.id());
    }
  }

  private void agree(OpenClient client, AttainmentScale scale, long seen) {
    scale.requireVersion(seen);
    scale.agree(caller.get(), clock.instant());
    audit.record(Act.LEVELS_AGREED, client.id(), scale.id());
  }

  /** Rates how far a goal got; the same key again rates nothing. */
  @AllowedTo(Role.CLIENT)
  public void rate(GoalId id, RatingDraft draft, RequestKey key) {
    OpenClient client = access.openOwn();
    SharedGoal held = get(client, id);
    if (goals.rated(client, key)) {
      return;
    }
    if (!held.open()) {
      throw new ConflictException("conflict.closed");
    }
    ratings.keep(client, goals.get(client, id), draft, key);
    audit.record(Act.GOAL_RATED, client.id(), id);
  }

  /** What the page offers that withdraws an own rating. */
  @AllowedTo(Role.CLIENT)
  public OwnWithdrawalForm chooseToWithdraw(GoalRatingId id) {
    OpenClient client = access.openOwn();
    GoalRating rating = goals.getOwnRatingForChange(client, id, caller.get());
    GoalView goal = get(client, rating.goal()).goal();
    audit.record(Act.SHARED_GOALS_READ, client.id(), goal.id());
    return new OwnWithdrawalForm(goal, rating.view(client, Map.of()), caller.get().therapists());
  }

  /** Withdraws an own rating for a reason; asked twice, it is withdrawn once. */
  @AllowedTo(Role.CLIENT)
  public void withdraw(GoalRatingId id, String reason) {
    OpenClient client = access.openOwn();
    if (ratings.withdraw(client, id, reason)) {
      audit.record(Act.GOAL_RATING_WITHDRAWN, client.id(), id);
    }
  }

  /** The steps that the client takes, of goals that are open. */
  @AllowedTo(Role.CLIENT)
  public OwnSteps steps() {
    OpenClient client = access.openOwn();
    List<SharedGoal> held = shared.list(client);
    Map<GoalId, String> words =
        held.stream()
            .map(SharedGoal::goal)
            .filter(goal -> goal.status().open())
            .collect(Collectors.toMap(GoalView::id, goal -> goal.told().words()));
    audit.record(Act.SHARED_GOALS_READ, client.id(), client.id());
    return new OwnSteps(
        shared.steps(client).stream()
            .filter(step -> step.owner() == StepOwner.CLIENT && words.containsKey(step.goal()))
            .toList(),
        words,
        clock.instant(),
        caller.get().today(clock),
        held.stream().anyMatch(SharedGoal::open));
  }

  /** Says that an own step was done, or that it was not after all. */
  @AllowedTo(Role.CLIENT)
  public void tick(GoalStepId id, boolean done) {
    OpenClient client = access.openOwn();
    GoalStep step = goals.getStepForChange(client, id);
    if (goals.closed(client)) {
      throw new ConflictException("conflict.closed");
    }
    if (done) {
      step.tick(caller.get(), clock.instant());
    } else {
      step.untick();
    }
    audit.record(done ? Act.STEP_TICKED : Act.STEP_UNTICKED, client.id(), id);
  }

  private SharedGoal get(OpenClient client, GoalId id) {
    return shared.list(client).stream()
        .filter(each -> each.goal().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("not shared"));
  }
}
