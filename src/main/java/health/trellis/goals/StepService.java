package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalStepId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a therapist does with the small steps towards a goal: add, tick, date and drop them. */
@Service
public class StepService {
  @Inject private ClientAccess access;
  @Inject private GoalRepository goals;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What the page offers that dates a step or drops it. */
  @AllowedTo(Role.THERAPIST)
  public StepForm choose(ClientId id, GoalStepId stepId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalStep step = goals.getStepForChange(client, stepId);
    SupportGoal goal = goals.get(client, step.goal());
    audit.record(Act.GOALS_READ, client.id(), goal.id());
    LocalDate today = caller.get().today(clock);
    return new StepForm(ClientHead.of(client, today), goal.view(), step.view(), today);
  }

  /** Adds a step towards a goal; the same key again adds nothing. */
  @AllowedTo(Role.THERAPIST)
  public void add(ClientId id, GoalId goalId, StepDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupportGoal goal = goals.get(client, goalId);
    if (goals.stepAdded(client, key)) {
      return;
    }
    client.requireOpen();
    goal.requireOpen();
    requireAhead(draft.dueOn());
    GoalStep step = GoalStep.towards(goal, client, caller.get(), draft, key, clock.instant());
    goals.add(client, step);
    audit.record(Act.STEP_ADDED, client.id(), step.id());
  }

  /** Says that a step was done, or that it was not after all. */
  @AllowedTo(Role.THERAPIST)
  public void tick(ClientId id, GoalStepId stepId, boolean done) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalStep step = goals.getStepForChange(client, stepId);
    client.requireOpen();
    if (done) {
      step.tick(caller.get(), clock.instant());
    } else {
      step.untick();
    }
    audit.record(done ? Act.STEP_TICKED : Act.STEP_UNTICKED, client.id(), stepId);
  }

  /** Gives a step another day, or none. */
  @AllowedTo(Role.THERAPIST)
  public void date(ClientId id, GoalStepId stepId, @Nullable LocalDate day) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalStep step = goals.getStepForChange(client, stepId);
    client.requireOpen();
    requireAhead(day);
    step.date(day);
    audit.record(Act.STEP_DATED, client.id(), stepId);
  }

  /** Drops a step; it is not shown any more. */
  @AllowedTo(Role.THERAPIST)
  public void drop(ClientId id, GoalStepId stepId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalStep step = goals.getStepForChange(client, stepId);
    client.requireOpen();
    step.drop(caller.get(), clock.instant());
    audit.record(Act.STEP_DROPPED, client.id(), stepId);
  }

  private void requireAhead(@Nullable LocalDate day) {
    LocalDate today = caller.get().today(clock);
    if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(1)))) {
      throw new InvalidException("dueOn", "step.dueOn.wrong");
    }
  }
}
