package health.trellis.beliefs;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a therapist does with experiments: plan one, write down what came of it, give it up. */
@Service
public class ExperimentService {
  @Inject private ClientAccess access;
  @Inject private BeliefRepository beliefs;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What the page offers that plans an experiment. */
  @AllowedTo(Role.THERAPIST)
  public ExperimentForm choosePlan(ClientId id, BeliefId beliefId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    BeliefView belief = beliefs.get(client, beliefId).view();
    audit.record(Act.BELIEFS_READ, client.id(), beliefId);
    return form(client, belief, null);
  }

  /**
   * Plans an experiment, with a rating of now as the one before; the same key again gives the same
   * experiment.
   */
  @AllowedTo(Role.THERAPIST)
  public ExperimentId plan(ClientId id, BeliefId beliefId, ExperimentPlan plan, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Belief belief = beliefs.get(client, beliefId);
    Optional<ExperimentId> already = beliefs.findExperimentByRequest(client, key);
    if (already.isPresent()) {
      return already.get();
    }
    client.requireOpen();
    requireAlternative(belief, plan.before());
    if (plan.plannedFor().isBefore(today())) {
      throw new InvalidException("plannedFor", "experiment.plannedFor.past");
    }
    if (plan.plannedFor().isAfter(today().plusYears(1))) {
      throw new InvalidException("plannedFor", "experiment.plannedFor.far");
    }
    Experiment experiment =
        Experiment.planned(belief, client, caller.get(), plan, key, clock.instant());
    beliefs.add(client, experiment);
    rate(client, belief, experiment, Moment.BEFORE, plan.before(), key);
    audit.record(Act.EXPERIMENT_PLANNED, client.id(), experiment.id());
    return experiment.id();
  }

  /** One experiment. */
  @AllowedTo(Role.THERAPIST)
  public ExperimentForm open(ClientId id, BeliefId beliefId, ExperimentId experimentId) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    BeliefView belief = beliefs.get(client, beliefId).view();
    Experiment experiment = beliefs.get(client, beliefId, experimentId);
    List<Conviction> ratings =
        beliefs.ratings(client, List.of(beliefId)).getOrDefault(beliefId, List.of());
    audit.record(Act.EXPERIMENT_READ, client.id(), experimentId);
    return form(client, belief, experiment.view(ratings));
  }

  /**
   * Writes down what came of an experiment, on top of the version that was seen, with a rating of
   * now as the one after; the same key again changes nothing.
   */
  @AllowedTo(Role.THERAPIST)
  public void conclude(
      ClientId id, BeliefId beliefId, SeenExperiment seen, ExperimentOutcome came, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Experiment experiment = beliefs.getForChange(client, beliefId, seen.id());
    if (beliefs.rated(client, key)) {
      return;
    }
    experiment.requireVersion(seen.version());
    client.requireOpen();
    Belief belief = beliefs.get(client, beliefId);
    requireAlternative(belief, came.after());
    if (came.happenedOn().isAfter(today())) {
      throw new InvalidException("happenedOn", "evidence.date.future");
    }
    rate(client, belief, experiment, Moment.AFTER, came.after(), key);
    experiment.conclude(caller.get(), came, clock.instant());
    audit.record(Act.EXPERIMENT_DONE, client.id(), experiment.id());
  }

  /** Gives an experiment up for a reason; asked twice, it is given up once. */
  @AllowedTo(Role.THERAPIST)
  public void giveUp(ClientId id, BeliefId beliefId, SeenExperiment seen, String reason) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Experiment experiment = beliefs.getForChange(client, beliefId, seen.id());
    if (experiment.givenUpAsSeen(caller.get(), seen.version())) {
      return;
    }
    experiment.requireVersion(seen.version());
    experiment.giveUp(caller.get(), reason, clock.instant());
    audit.record(Act.EXPERIMENT_GIVEN_UP, client.id(), experiment.id());
  }

  private void rate(
      OpenClient client,
      Belief belief,
      Experiment experiment,
      Moment moment,
      ConvictionDraft draft,
      RequestKey key) {
    beliefs.add(
        client,
        Conviction.of(belief, client, caller.get(), draft, key, clock.instant())
            .at(moment, experiment.id()));
  }

  /** Before and after can only be compared where both were rated alike. */
  private static void requireAlternative(Belief belief, ConvictionDraft draft) {
    if (belief.hasAlternative() && draft.alternative() == null) {
      throw new InvalidException("alternativeNow", "conviction.missing");
    }
  }

  private ExperimentForm form(
      OpenClient client, BeliefView belief, @Nullable ExperimentView experiment) {
    return new ExperimentForm(
        ClientHead.of(client, today()),
        belief,
        experiment,
        today(),
        client.scope() == Scope.TREATING);
  }

  private LocalDate today() {
    return caller.get().today(clock);
  }
}
