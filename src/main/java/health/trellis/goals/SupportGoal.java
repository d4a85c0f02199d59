package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SupporterId;
import health.trellis.security.Caller;
import health.trellis.security.Role;
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
 * A goal of a client's, in the client's own words. It is proposed, then agreed with the client, and
 * worked on, put on hold, met, or ended for a reason; the database keeps each of these changes.
 * Once agreed, its words stay.
 */
@Entity
@Table(name = "goal")
class SupportGoal {
  private static final int REASON = 500;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private GoalId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  private String words;
  private @Nullable String particulars;
  private @Nullable String measured;
  private @Nullable String baseline;
  private @Nullable String target;

  @Column(name = "target_date")
  private @Nullable LocalDate targetDate;

  private @Nullable String barriers;

  @Enumerated(EnumType.STRING)
  private @Nullable GoalFocus focus;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "belief_id"))
  private @Nullable BeliefId belief;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "supporter_id"))
  private @Nullable SupporterId supporter;

  private @Nullable Short rank;

  @Enumerated(EnumType.STRING)
  private GoalStatus status;

  @Column(name = "status_at")
  private Instant statusAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "status_by"))
  private PersonId statusBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "status_as")
  private Role statusAs;

  @Column(name = "status_reason")
  private @Nullable String statusReason;

  @Column(name = "shared_at")
  private @Nullable Instant sharedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "shared_by"))
  private @Nullable PersonId sharedBy;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "proposed_by", updatable = false))
  private PersonId proposedBy;

  @Column(name = "proposed_at", updatable = false)
  private Instant proposedAt;

  @Column(name = "revised_at")
  private Instant revisedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected SupportGoal() {}

  @SuppressWarnings("NullAway.Init") // write() and become() set the rest
  private SupportGoal(
      OpenClient client, Caller caller, GoalDraft draft, RequestKey key, Instant now) {
    this.id = GoalId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
    this.proposedBy = caller.person();
    this.proposedAt = now;
    this.requestKey = key;
    become(GoalStatus.PROPOSED, caller, now);
    write(draft, now);
  }

  /** A goal that the caller proposes with the client. */
  static SupportGoal proposed(
      OpenClient client, Caller caller, GoalDraft draft, RequestKey key, Instant now) {
    return new SupportGoal(client, caller, draft, key, now);
  }

  /**
   * Says it as it is understood now.
   *
   * @throws ConflictException where it changed since it was seen, or is met or ended
   * @throws InvalidException where it would change the words that were agreed
   */
  void revise(GoalDraft draft, long seen, Instant now) {
    requireVersion(seen);
    requireOpen();
    if (status != GoalStatus.PROPOSED && !draft.words().equals(words)) {
      throw new InvalidException("words", "goal.words.agreed");
    }
    write(draft, now);
  }

  private void write(GoalDraft draft, Instant now) {
    words = draft.words();
    particulars = draft.particulars();
    measured = draft.measured();
    baseline = draft.baseline();
    target = draft.target();
    targetDate = draft.targetDate();
    barriers = draft.barriers();
    focus = draft.focus();
    belief = draft.belief();
    supporter = draft.supporter();
    rank = draft.rank() == null ? null : draft.rank().shortValue();
    revisedAt = now;
  }

  /**
   * Lets the client read it, agree to it and rate it, whole as it is.
   *
   * @throws ConflictException where it changed since it was seen
   */
  void share(Caller caller, long seen, Instant now) {
    requireVersion(seen);
    if (sharedAt == null) {
      sharedAt = now;
      sharedBy = caller.person();
    }
  }

  /** Takes it back from the client; taken back twice, it is taken back once. */
  void takeBack() {
    sharedAt = null;
    sharedBy = null;
  }

  /** The client agreed to it, by oneself or in the room. */
  void agree(Caller caller, Instant now) {
    become(GoalStatus.AGREED, caller, now);
  }

  /** The work on it begins, or goes on. */
  void start(Caller caller, Instant now) {
    become(GoalStatus.ACTIVE, caller, now);
  }

  /** It waits for a better time. */
  void hold(Caller caller, Instant now) {
    become(GoalStatus.ON_HOLD, caller, now);
  }

  /** It was reached; its place among the ranked goals is free. */
  void meet(Caller caller, Instant now) {
    become(GoalStatus.MET, caller, now);
    rank = null;
  }

  /** It is no goal any more, for a reason, 1 to 500 characters; that is for good. */
  void end(Caller caller, String reason, Instant now) {
    String told = reason.strip();
    if (told.isEmpty()) {
      throw new InvalidException("reason", "goal.reason.missing");
    }
    if (GoalTexts.unusable(told, REASON)) {
      throw new InvalidException("reason", "goal.sentence.long");
    }
    become(GoalStatus.ENDED, caller, now);
    statusReason = told;
    rank = null;
  }

  @SuppressWarnings("NullAway") // a new goal has no status yet
  private void become(GoalStatus next, Caller caller, Instant now) {
    if (status != null && !status.mayBecome(next)) {
      throw new ConflictException("conflict.goalMoved");
    }
    status = next;
    statusAt = now;
    statusBy = caller.person();
    statusAs = caller.role();
  }

  /** Refuses a change that was decided on an older state than this one. */
  void requireVersion(long seen) {
    if (version != seen) {
      throw new ConflictException("conflict.changed");
    }
  }

  /** Refuses work on a goal that is met or ended. */
  void requireOpen() {
    if (!status.open()) {
      throw new ConflictException("conflict.goalOver");
    }
  }

  /** Refuses a rating of a goal that is not agreed, or not worked on any more. */
  void requireRated() {
    if (!status.rated()) {
      throw new ConflictException("conflict.goalNotRated");
    }
  }

  boolean shared() {
    return sharedAt != null;
  }

  boolean ranked() {
    return rank != null;
  }

  GoalStatus status() {
    return status;
  }

  Instant proposedAt() {
    return proposedAt;
  }

  GoalId id() {
    return id;
  }

  /** What a reader sees of it now. */
  GoalView view() {
    GoalDraft told =
        new GoalDraft(
            words,
            particulars,
            measured,
            baseline,
            target,
            targetDate,
            barriers,
            focus,
            belief,
            supporter,
            rank == null ? null : rank.intValue());
    return new GoalView(id, told, status, statusAt, statusReason, proposedAt, sharedAt, version);
  }
}
