package health.trellis.sessions;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SessionId;
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
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One meeting of a client and a therapist, held, called off or missed. It is written down once. */
@Entity
@Table(name = "session")
class Session {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private SessionId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "held_by", updatable = false))
  private PersonId heldBy;

  @Column(name = "starts_at", updatable = false)
  private Instant startsAt;

  @Column(updatable = false)
  private short minutes;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Place place;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Attendance attendance;

  @Column(updatable = false)
  private @Nullable String present;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Session() {}

  private Session(
      OpenClient client, Caller caller, SessionDraft draft, RequestKey key, Instant now) {
    this.id = SessionId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
    this.heldBy = caller.person();
    this.startsAt = draft.startsAt();
    this.minutes = (short) draft.length().toMinutes();
    this.place = draft.place();
    this.attendance = draft.attendance();
    this.present = draft.present();
    this.createdAt = now;
    this.requestKey = key;
  }

  /** A session of this client with the caller. */
  static Session of(
      OpenClient client, Caller caller, SessionDraft draft, RequestKey key, Instant now) {
    return new Session(client, caller, draft, key, now);
  }

  SessionId id() {
    return id;
  }

  SessionRow row() {
    return new SessionRow(
        id, startsAt, Duration.ofMinutes(minutes), place, attendance, present, heldBy);
  }
}
