package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AttainmentScaleId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a goal got on a day, as its client or a therapist rated it: by a level of the scale that
 * stood then, or from 0 to 10. It never changes; it can be withdrawn once, for a reason.
 */
@Entity
@Table(name = "goal_rating")
class GoalRating {
  private static final int REASON = 500;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private GoalRatingId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "goal_id", updatable = false))
  private GoalId goal;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "scale_id", updatable = false))
  private @Nullable AttainmentScaleId scale;

  @Column(updatable = false)
  private @Nullable Short level;

  @Column(updatable = false)
  private @Nullable Short score;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "rated_by", updatable = false))
  private PersonId ratedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "rated_as", updatable = false)
  private Role ratedAs;

  @Column(name = "rated_on", updatable = false)
  private LocalDate ratedOn;

  @Column(name = "kept_at", updatable = false)
  private Instant keptAt;

  @Column(updatable = false)
  private @Nullable String remark;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "withdrawn_by"))
  private @Nullable PersonId withdrawnBy;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "withdrawn_reason")
  private @Nullable String withdrawnReason;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected GoalRating() {}

  /** The caller's rating by a level of this scale. */
  static GoalRating ofLevel(
      SupportGoal goal,
      AttainmentScale scale,
      OpenClient client,
      Caller caller,
      RatingDraft draft,
      RequestKey key,
      Instant now) {
    GoalRating rating = of(goal, client, caller, draft, key, now);
    rating.scale = scale.id();
    rating.level = small(draft.level());
    rating.remark = draft.score() == null ? draft.remark() : null; // it stands with the score
    return rating;
  }

  /** The caller's rating from 0 to 10. */
  static GoalRating ofScore(
      SupportGoal goal,
      OpenClient client,
      Caller caller,
      RatingDraft draft,
      RequestKey key,
      Instant now) {
    GoalRating rating = of(goal, client, caller, draft, key, now);
    rating.score = small(draft.score());
    return rating;
  }

  private static GoalRating of(
      SupportGoal goal,
      OpenClient client,
      Caller caller,
      RatingDraft draft,
      RequestKey key,
      Instant now) {
    GoalRating rating = new GoalRating();
    rating.id = GoalRatingId.next();
    rating.clinic = caller.clinic();
    rating.client = client.id();
    rating.goal = goal.id();
    rating.ratedBy = caller.person();
    rating.ratedAs = caller.role();
    rating.ratedOn = draft.ratedOn();
    rating.keptAt = now;
    rating.remark = draft.remark();
    rating.requestKey = key;
    return rating;
  }

  private static @Nullable Short small(@Nullable Integer value) {
    return value == null ? null : value.shortValue();
  }

  /**
   * Says that it does not count, for a reason, 1 to 500 characters; it stays to be read.
   *
   * @throws ConflictException where it was withdrawn already
   */
  void withdraw(Caller caller, String reason, Instant now) {
    String told = reason.strip();
    if (told.isEmpty()) {
      throw new InvalidException("reason", "goal.reason.missing");
    }
    if (GoalTexts.unusable(told, REASON)) {
      throw new InvalidException("reason", "goal.sentence.long");
    }
    if (withdrawnAt != null) {
      throw new ConflictException("conflict.ratingWithdrawn");
    }
    withdrawnReason = told;
    withdrawnAt = now;
    withdrawnBy = caller.person();
  }

  /** Whether the caller withdrew it for that reason already. */
  boolean withdrawnFor(Caller caller, String reason) {
    return caller.person().equals(withdrawnBy) && reason.strip().equals(withdrawnReason);
  }

  /** Whether the caller gave it, in the role that the caller has now. */
  boolean of(Caller caller) {
    return caller.person().equals(ratedBy) && caller.role() == ratedAs;
  }

  GoalRatingId id() {
    return id;
  }

  GoalId goal() {
    return goal;
  }

  PersonId ratedBy() {
    return ratedBy;
  }

  /** What a reader sees of it; a client's name is the record's. */
  RatingView view(OpenClient client, Map<PersonId, String> staff) {
    return new RatingView(
        id,
        scale,
        level == null ? null : level.intValue(),
        score == null ? null : score.intValue(),
        ratedOn,
        keptAt,
        ratedAs == Role.CLIENT ? client.name() : staff.getOrDefault(ratedBy, ""),
        ratedAs,
        remark,
        withdrawnAt,
        withdrawnReason);
  }
}
