package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.security.AllowedTo;
import health.trellis.security.Caller;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** How a therapist moves a goal on: agreed, started, on hold, met, ended. */
@Service
public class GoalProgressService {
  @Inject private ClientAccess access;
  @Inject private GoalRepository goals;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The client agreed in the room to the goal, to the levels that wait, or to both. */
  @AllowedTo(Role.THERAPIST)
  public void agree(ClientId id, SeenGoal seen) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupportGoal goal = goals.getForChange(client, seen.id());
    client.requireOpen();
    goal.requireVersion(seen.version());
    goal.requireOpen();
    Optional<AttainmentScale> levels = goals.findDraftForChange(client, goal.id());
    boolean proposed = goal.status() == GoalStatus.PROPOSED;
    if (levels.isEmpty() && proposed && !goal.ranked()) {
      throw new ConflictException("conflict.levelsMissing");
    }
    if (levels.isEmpty() && !proposed) {
      throw new ConflictException("conflict.goalMoved");
    }
    levels.ifPresent(scale -> agree(client, scale));
    if (proposed) {
      goal.agree(caller.get(), clock.instant());
      audit.record(Act.GOAL_AGREED, client.id(), goal.id());
    }
  }

  private void agree(OpenClient client, AttainmentScale scale) {
    scale.agree(caller.get(), clock.instant());
    audit.record(Act.LEVELS_AGREED, client.id(), scale.id());
  }

  /** The work on it begins, or is taken up again. */
  @AllowedTo(Role.THERAPIST)
  public void start(ClientId id, SeenGoal seen) {
    move(id, seen, SupportGoal::start, Act.GOAL_STARTED);
  }

  /** It waits for a better time. */
  @AllowedTo(Role.THERAPIST)
  public void hold(ClientId id, SeenGoal seen) {
    move(id, seen, SupportGoal::hold, Act.GOAL_HELD);
  }

  /** It was reached. */
  @AllowedTo(Role.THERAPIST)
  public void meet(ClientId id, SeenGoal seen) {
    move(id, seen, SupportGoal::meet, Act.GOAL_MET);
  }

  /** It is no goal any more, for a reason. */
  @AllowedTo(Role.THERAPIST)
  public void end(ClientId id, SeenGoal seen, String reason) {
    move(id, seen, (goal, who, now) -> goal.end(who, reason, now), Act.GOAL_ENDED);
  }

  /** A verb of a goal's. */
  private interface Verb {
    void on(SupportGoal goal, Caller who, Instant now);
  }

  private void move(ClientId id, SeenGoal seen, Verb verb, Act act) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupportGoal goal = goals.getForChange(client, seen.id());
    client.requireOpen();
    goal.requireVersion(seen.version());
    verb.on(goal, caller.get(), clock.instant());
    audit.record(act, client.id(), goal.id());
  }
}
