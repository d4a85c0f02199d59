package health.trellis.support;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SessionId;
import health.trellis.kernel.SupportMapId;
import health.trellis.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A map that was kept: it names the moment whose map is meant, perhaps the session and why. The map
 * itself is the states of that moment, into whose past nobody writes any more.
 */
@Entity
@Immutable
@Table(name = "support_map")
class KeptMap {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private SupportMapId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  private Instant moment;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "session_id"))
  private @Nullable SessionId session;

  private @Nullable String remark;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "kept_by"))
  private PersonId keptBy;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key"))
  private RequestKey requestKey;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected KeptMap() {}

  private KeptMap(
      OpenClient client, Caller caller, KeepDraft draft, RequestKey key, Instant moment) {
    this.id = SupportMapId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
    this.moment = moment;
    this.session = draft.session();
    this.remark = draft.remark();
    this.keptBy = caller.person();
    this.requestKey = key;
  }

  /** This client's map as it stands at a moment. */
  static KeptMap of(
      OpenClient client, Caller caller, KeepDraft draft, RequestKey key, Instant moment) {
    return new KeptMap(client, caller, draft, key, moment);
  }

  SupportMapId id() {
    return id;
  }
}
