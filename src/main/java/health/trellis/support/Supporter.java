package health.trellis.support;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.SupporterId;
import health.trellis.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * Somebody who stands around a client. It is no more than an identity, which never changes; what is
 * known of it is its states.
 */
@Entity
@Immutable
@Table(name = "supporter")
class Supporter {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private SupporterId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Supporter() {}

  private Supporter(OpenClient client, Caller caller) {
    this.id = SupporterId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
  }

  /** A new one around this client. */
  static Supporter of(OpenClient client, Caller caller) {
    return new Supporter(client, caller);
  }

  SupporterId id() {
    return id;
  }
}
