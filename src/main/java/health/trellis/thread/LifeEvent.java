package health.trellis.thread;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.LifeEventId;
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
import org.jspecify.annotations.Nullable;

/** Something that happened in a client's life. What was noted never changes, but is withdrawn. */
@Entity
@Table(name = "life_event")
class LifeEvent {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private LifeEventId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  @Column(name = "happened_on")
  private LocalDate happenedOn;

  private String words;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "noted_by"))
  private PersonId notedBy;

  @Column(name = "noted_at")
  private Instant notedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "withdrawn_by"))
  private @Nullable PersonId withdrawnBy;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key"))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected LifeEvent() {}

  /** What the caller notes of a client's life. */
  static LifeEvent of(
      OpenClient client, Caller caller, LifeEventDraft draft, RequestKey key, Instant now) {
    LifeEvent event = new LifeEvent();
    event.id = LifeEventId.next();
    event.clinic = caller.clinic();
    event.client = client.id();
    event.happenedOn = draft.happenedOn();
    event.words = draft.words();
    event.notedBy = caller.person();
    event.notedAt = now;
    event.requestKey = key;
    return event;
  }

  LifeEventId id() {
    return id;
  }

  boolean withdrawn() {
    return withdrawnAt != null;
  }

  /** Takes it off the timeline, once. */
  void withdraw(Caller caller, Instant now) {
    if (withdrawnAt == null) {
      withdrawnAt = now;
      withdrawnBy = caller.person();
    }
  }

  LifeEventView view() {
    return new LifeEventView(id, happenedOn, words);
  }
}
