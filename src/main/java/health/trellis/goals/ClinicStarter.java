package health.trellis.goals;

import health.trellis.clients.OpenClinic;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalStarterId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A goal to begin with that a clinic wrote. An administrator makes it, changes it and retires it;
 * then it is no longer offered. A goal that began with it has words of its own from then on.
 */
@Entity
@Table(name = "goal_starter")
class ClinicStarter {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private GoalStarterId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Enumerated(EnumType.STRING)
  private GoalFocus focus;

  private String words;
  private @Nullable String particulars;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "made_by", updatable = false))
  private PersonId madeBy;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ClinicStarter() {}

  @SuppressWarnings("NullAway.Init") // write() sets the rest
  private ClinicStarter(OpenClinic clinic, StarterDraft draft, RequestKey key, Instant now) {
    this.id = GoalStarterId.next();
    this.clinic = clinic.id();
    this.madeBy = clinic.administrator();
    this.madeAt = now;
    this.requestKey = key;
    write(draft, now);
  }

  /** A new one, offered from now on. */
  static ClinicStarter made(OpenClinic clinic, StarterDraft draft, RequestKey key, Instant now) {
    return new ClinicStarter(clinic, draft, key, now);
  }

  /**
   * Says it otherwise, on top of the version that was seen.
   *
   * @return whether anything of it is another now
   */
  boolean change(StarterDraft draft, long seen, Instant now) {
    if (retiredAt != null) {
      throw new ConflictException("conflict.starterRetired");
    }
    if (version != seen) {
      throw new ConflictException("conflict.changed");
    }
    if (draft.equals(new StarterDraft(focus, words, particulars))) {
      return false;
    }
    write(draft, now);
    return true;
  }

  private void write(StarterDraft draft, Instant now) {
    focus = Objects.requireNonNull(draft.focus(), "it checked itself");
    words = draft.words();
    particulars = draft.particulars();
    changedAt = now;
  }

  /** Takes it from what is offered; the first time counts. */
  void retire(Instant now) {
    if (retiredAt == null) {
      retiredAt = now;
    }
  }

  boolean retired() {
    return retiredAt != null;
  }

  GoalStarterId id() {
    return id;
  }

  /** How it stands. */
  StarterView view() {
    return new StarterView(id, focus, words, particulars, changedAt, retiredAt, version);
  }
}
