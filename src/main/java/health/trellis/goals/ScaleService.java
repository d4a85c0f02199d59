package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a therapist does with the levels of a goal: describe them, until they are agreed. */
@Service
public class ScaleService {
  /** The version that is seen where nothing waits to be agreed. */
  public static final long NONE = -1;

  @Inject private ClientAccess access;
  @Inject private GoalRepository goals;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What the page offers that describes the levels of a goal. */
  @AllowedTo(Role.THERAPIST)
  public ScaleForm choose(ClientId id, GoalId goalId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalWithScales found = goals.getWithScales(client, goalId);
    audit.record(Act.GOALS_READ, client.id(), goalId);
    List<AttainmentScale> scales = found.scales();
    return new ScaleForm(
        ClientHead.of(client, caller.get().today(clock)),
        found.goal().view(),
        scales.stream()
            .filter(scale -> !scale.agreed())
            .findFirst()
            .map(AttainmentScale::view)
            .orElse(null),
        found.standing().map(AttainmentScale::view).orElse(null));
  }

  /**
   * Describes the levels of a goal: those that wait to be agreed, on top of the version that was
   * seen, or the next version where none waits. The same key again changes nothing.
   *
   * @param seenVersion of the levels that wait; {@link #NONE} where none did
   */
  @AllowedTo(Role.THERAPIST)
  public void describe(
      ClientId id, GoalId goalId, long seenVersion, ScaleDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupportGoal goal = goals.getForChange(client, goalId);
    if (goals.drafted(client, key)) {
      return;
    }
    client.requireOpen();
    goal.requireOpen();
    Optional<AttainmentScale> waiting = goals.findDraftForChange(client, goalId);
    if (waiting.isPresent() == (seenVersion == NONE)) {
      throw new ConflictException("conflict.changed");
    }
    if (waiting.isPresent()) {
      waiting.get().rewrite(caller.get(), draft, seenVersion, clock.instant());
      audit.record(Act.LEVELS_REWRITTEN, client.id(), waiting.get().id());
    } else {
      int latest = goals.findStanding(client, goalId).map(AttainmentScale::number).orElse(0);
      AttainmentScale scale =
          AttainmentScale.drafted(goal, latest, client, caller.get(), draft, key, clock.instant());
      goals.add(client, scale);
      audit.record(Act.LEVELS_DRAFTED, client.id(), scale.id());
    }
  }
}
