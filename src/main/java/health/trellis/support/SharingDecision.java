package health.trellis.support;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.SupportSharingId;
import health.trellis.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/**
 * Whether the client reads and keeps the map too, from then on. It never changes; the last one
 * counts.
 */
@Entity
@Immutable
@Table(name = "support_sharing")
class SharingDecision {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private SupportSharingId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  private int number;
  private boolean shared;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "decided_by"))
  private PersonId decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected SharingDecision() {}

  private SharingDecision(
      OpenClient client, Caller caller, int number, boolean shared, Instant now) {
    this.id = SupportSharingId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
    this.number = number;
    this.shared = shared;
    this.decidedBy = caller.person();
    this.decidedAt = now;
  }

  /** The decision after how it stood, which is to share, or to take back. */
  static SharingDecision after(
      SharingState before, boolean shared, OpenClient client, Caller caller, Instant now) {
    return new SharingDecision(client, caller, before.number() + 1, shared, now);
  }

  SupportSharingId id() {
    return id;
  }
}
