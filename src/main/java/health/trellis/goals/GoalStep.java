package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalStepId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A small step towards a goal: who takes it, until when. It is ticked and unticked as life goes,
 * dated anew, or dropped, after which it is not shown any more.
 */
@Entity
@Table(name = "goal_step")
class GoalStep {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private GoalStepId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "goal_id", updatable = false))
  private GoalId goal;

  @Column(updatable = false)
  private String words;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private StepOwner owner;

  @Column(name = "owner_words", updatable = false)
  private @Nullable String ownerWords;

  @Column(name = "due_on")
  private @Nullable LocalDate dueOn;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "done_by"))
  private @Nullable PersonId doneBy;

  @Column(name = "done_at")
  private @Nullable Instant doneAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "dropped_by"))
  private @Nullable PersonId droppedBy;

  @Column(name = "dropped_at")
  private @Nullable Instant droppedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "added_by", updatable = false))
  private PersonId addedBy;

  @Column(name = "added_at", updatable = false)
  private Instant addedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected GoalStep() {}

  /** A step towards a goal that the caller writes down with the client. */
  static GoalStep towards(
      SupportGoal goal,
      OpenClient client,
      Caller caller,
      StepDraft draft,
      RequestKey key,
      Instant now) {
    GoalStep step = new GoalStep();
    step.id = GoalStepId.next();
    step.clinic = caller.clinic();
    step.client = client.id();
    step.goal = goal.id();
    step.words = draft.words();
    step.owner = draft.owner();
    step.ownerWords = draft.ownerWords();
    step.dueOn = draft.dueOn();
    step.addedBy = caller.person();
    step.addedAt = now;
    step.requestKey = key;
    return step;
  }

  /** It was done; done twice, it was done once. */
  void tick(Caller caller, Instant now) {
    if (doneAt == null) {
      doneAt = now;
      doneBy = caller.person();
    }
  }

  /** It was not done after all. */
  void untick() {
    doneAt = null;
    doneBy = null;
  }

  /** Gives it another day, or none. */
  void date(@Nullable LocalDate day) {
    dueOn = day;
  }

  /** It is no step any more. */
  void drop(Caller caller, Instant now) {
    if (droppedAt == null) {
      droppedAt = now;
      droppedBy = caller.person();
    }
  }

  boolean taken(StepOwner by) {
    return owner == by;
  }

  GoalStepId id() {
    return id;
  }

  GoalId goal() {
    return goal;
  }

  /** What a reader sees of it. */
  StepView view() {
    return new StepView(id, goal, words, owner, ownerWords, dueOn, doneAt);
  }
}
