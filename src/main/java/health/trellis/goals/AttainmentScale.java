package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AttainmentScaleId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalId;
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
import org.jspecify.annotations.Nullable;

/**
 * One version of a goal's five levels. It is drafted, offered by the therapist, and agreed by the
 * client, in the portal or in the room; from then on nothing of it changes. The highest agreed
 * version stands, and ends the series of ratings before it.
 */
@Entity
@Table(name = "goal_scale")
class AttainmentScale {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private AttainmentScaleId id;

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
  private int number;

  @Column(name = "much_less")
  private @Nullable String muchLess;

  private @Nullable String less;
  private @Nullable String expected;
  private @Nullable String more;

  @Column(name = "much_more")
  private @Nullable String muchMore;

  private @Nullable Short importance;
  private @Nullable Short difficulty;
  private @Nullable Short baseline;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "drafted_by"))
  private PersonId draftedBy;

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "offered_by"))
  private @Nullable PersonId offeredBy;

  @Column(name = "offered_at")
  private @Nullable Instant offeredAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "agreed_by"))
  private @Nullable PersonId agreedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "agreed_as")
  private @Nullable Role agreedAs;

  @Column(name = "agreed_at")
  private @Nullable Instant agreedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AttainmentScale() {}

  /** The caller's draft of a goal's next version; its number follows the latest. */
  @SuppressWarnings("NullAway.Init")
  static AttainmentScale drafted(
      SupportGoal goal,
      int latest,
      OpenClient client,
      Caller caller,
      ScaleDraft draft,
      RequestKey key,
      Instant now) {
    AttainmentScale scale = new AttainmentScale();
    scale.id = AttainmentScaleId.next();
    scale.clinic = caller.clinic();
    scale.client = client.id();
    scale.goal = goal.id();
    scale.number = latest + 1;
    scale.requestKey = key;
    scale.write(caller, draft, now);
    return scale;
  }

  /**
   * Describes the levels as they are meant now; an offer of others ends with that.
   *
   * @throws ConflictException where it changed since it was seen, or was agreed
   */
  void rewrite(Caller caller, ScaleDraft draft, long seen, Instant now) {
    requireVersion(seen);
    write(caller, draft, now);
  }

  private void write(Caller caller, ScaleDraft draft, Instant now) {
    requireUnagreed();
    muchLess = draft.muchLess();
    less = draft.less();
    expected = draft.expected();
    more = draft.more();
    muchMore = draft.muchMore();
    importance = small(draft.importance());
    difficulty = small(draft.difficulty());
    baseline = small(draft.baseline());
    draftedBy = caller.person();
    draftedAt = now;
    offeredBy = null;
    offeredAt = null;
  }

  private static @Nullable Short small(@Nullable Integer value) {
    return value == null ? null : value.shortValue();
  }

  /**
   * The therapist agrees to these levels; asked twice, it is once.
   *
   * @throws ConflictException where one of the five levels is missing
   */
  void offer(Caller caller, Instant now) {
    requireUnagreed();
    if (!draft().complete()) {
      throw new ConflictException("conflict.levelsMissing");
    }
    if (offeredAt == null) {
      offeredBy = caller.person();
      offeredAt = now;
    }
  }

  /** The client agrees to these levels: by oneself, or in the room, as the therapist says. */
  void agree(Caller caller, Instant now) {
    if (caller.role() == Role.THERAPIST) {
      offer(caller, now);
    } else if (offeredAt == null) {
      throw new ConflictException("conflict.levelsMissing");
    }
    requireUnagreed();
    agreedBy = caller.person();
    agreedAs = caller.role();
    agreedAt = now;
  }

  private void requireUnagreed() {
    if (agreedAt != null) {
      throw new ConflictException("conflict.levelsAgreed");
    }
  }

  /** Refuses a change that was decided on an older state than this one. */
  void requireVersion(long seen) {
    requireUnagreed();
    if (version != seen) {
      throw new ConflictException("conflict.changed");
    }
  }

  boolean agreed() {
    return agreedAt != null;
  }

  AttainmentScaleId id() {
    return id;
  }

  GoalId goal() {
    return goal;
  }

  int number() {
    return number;
  }

  private ScaleDraft draft() {
    return new ScaleDraft(
        expected,
        more,
        muchMore,
        less,
        muchLess,
        whole(importance),
        whole(difficulty),
        whole(baseline));
  }

  private static @Nullable Integer whole(@Nullable Short value) {
    return value == null ? null : value.intValue();
  }

  /** What a reader sees of it. */
  ScaleView view() {
    return new ScaleView(id, number, draft(), offeredAt, agreedAt, agreedAs, version);
  }
}
