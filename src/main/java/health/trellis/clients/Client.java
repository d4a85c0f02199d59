package health.trellis.clients;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
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

/**
 * A client as the clinic knows one: name, contact, language. It begins when an administrator
 * registers it, is joined to an account when the client is invited to the portal, and is closed,
 * never deleted, when the work ends.
 */
@Entity
@Table(name = "client")
class Client {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private ClientId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "birth_date")
  private @Nullable LocalDate birthDate;

  private @Nullable String email;
  private @Nullable String phone;
  private String language;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "registered_by", updatable = false))
  private PersonId registeredBy;

  @Column(name = "registered_at", updatable = false)
  private Instant registeredAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Client() {}

  private Client(OpenClinic clinic, ClientDraft draft, RequestKey key, Instant now) {
    this.id = ClientId.next();
    this.clinic = clinic.id();
    this.name = draft.name();
    this.nameKey = NameKey.of(draft.name());
    this.birthDate = draft.birthDate();
    this.email = draft.email();
    this.phone = draft.phone();
    this.language = draft.language();
    this.registeredBy = clinic.administrator();
    this.registeredAt = now;
    this.requestKey = key;
  }

  /** Registers a client of this clinic. */
  static Client register(OpenClinic clinic, ClientDraft draft, RequestKey key, Instant now) {
    return new Client(clinic, draft, key, now);
  }

  ClientId id() {
    return id;
  }
}
