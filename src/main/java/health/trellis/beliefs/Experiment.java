package health.trellis.beliefs;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test of a belief in the client's life: what is predicted and what will be tried, and afterwards
 * what happened and what was learned. What was predicted never changes. Once it is done, or given
 * up for a reason, nothing of it does. How true the belief felt before and after are ratings of it.
 */
@Entity
@Table(name = "experiment")
class Experiment {
  private static final int REASON = 500;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private ExperimentId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "belief_id", updatable = false))
  private BeliefId belief;

  @Column(updatable = false)
  private String prediction;

  @Column(updatable = false)
  private short probability;

  @Column(updatable = false)
  private String plan;

  @Column(name = "planned_for", updatable = false)
  private LocalDate plannedFor;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "planned_by", updatable = false))
  private PersonId plannedBy;

  @Column(name = "planned_at", updatable = false)
  private Instant plannedAt;

  @Column(name = "happened_on")
  private @Nullable LocalDate happenedOn;

  private @Nullable String outcome;
  private @Nullable String learned;

  @Column(name = "done_at")
  private @Nullable Instant doneAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "done_by"))
  private @Nullable PersonId doneBy;

  @Column(name = "given_up_at")
  private @Nullable Instant givenUpAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "given_up_by"))
  private @Nullable PersonId givenUpBy;

  @Column(name = "given_up_reason")
  private @Nullable String givenUpReason;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Experiment() {}

  /** What the caller plans with the client, to test a belief. */
  static Experiment planned(
      Belief belief,
      OpenClient client,
      Caller caller,
      ExperimentPlan plan,
      RequestKey key,
      Instant now) {
    Experiment experiment = new Experiment();
    experiment.id = ExperimentId.next();
    experiment.clinic = caller.clinic();
    experiment.client = client.id();
    experiment.belief = belief.id();
    experiment.prediction = plan.prediction();
    experiment.probability = (short) plan.probability();
    experiment.plan = plan.plan();
    experiment.plannedFor = plan.plannedFor();
    experiment.plannedBy = caller.person();
    experiment.plannedAt = now;
    experiment.requestKey = key;
    return experiment;
  }

  /**
   * Writes down what came of it, for good.
   *
   * @throws ConflictException where it is done or given up already
   */
  void conclude(Caller caller, ExperimentOutcome came, Instant now) {
    requirePlanned();
    happenedOn = came.happenedOn();
    outcome = came.outcome();
    learned = came.learned();
    doneAt = now;
    doneBy = caller.person();
  }

  /** Gives it up for a reason, 1 to 500 characters, for good. */
  void giveUp(Caller caller, String reason, Instant now) {
    requirePlanned();
    String told = reason.strip();
    if (told.isEmpty()) {
      throw new InvalidException("reason", "experiment.reason.missing");
    }
    if (told.length() > REASON || told.indexOf('\0') >= 0) {
      throw new InvalidException("reason", "belief.words.long");
    }
    givenUpReason = told;
    givenUpAt = now;
    givenUpBy = caller.person();
  }

  /** Whether the caller gave it up on top of this version already. */
  boolean givenUpAsSeen(Caller caller, long seen) {
    return caller.person().equals(givenUpBy) && version == seen + 1;
  }

  /** Refuses a change that was decided on an older state than this one. */
  void requireVersion(long seen) {
    requirePlanned();
    if (version != seen) {
      throw new ConflictException("conflict.changed");
    }
  }

  private void requirePlanned() {
    if (state() != ExperimentState.PLANNED) {
      throw new ConflictException("conflict.experimentOver");
    }
  }

  ExperimentState state() {
    if (doneAt != null) {
      return ExperimentState.DONE;
    }
    return givenUpAt == null ? ExperimentState.PLANNED : ExperimentState.GIVEN_UP;
  }

  ExperimentId id() {
    return id;
  }

  /** What a reader sees of it, with the ratings of its belief among which its own are. */
  ExperimentView view(List<Conviction> ratings) {
    return new ExperimentView(
        id,
        state(),
        prediction,
        probability,
        plan,
        plannedFor,
        plannedAt,
        happenedOn,
        outcome,
        learned,
        givenUpReason,
        rated(ratings, Moment.BEFORE),
        rated(ratings, Moment.AFTER),
        version);
  }

  private @Nullable ConvictionView rated(List<Conviction> ratings, Moment moment) {
    return ratings.stream()
        .filter(rating -> id.equals(rating.experiment()))
        .map(rating -> rating.view(""))
        .filter(rating -> rating.moment() == moment)
        .findFirst()
        .orElse(null);
  }
}
