package health.trellis.clients;

import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One therapist treating one client, from a moment on and perhaps until another. It begins when an
 * administrator assigns the therapist; its end is written, and the entry stays as history.
 */
@Entity
@Table(name = "caseload")
class CaseloadEntry {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private CaseloadEntryId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "therapist_id", updatable = false))
  private PersonId therapist;

  @Column(updatable = false)
  private Instant since;

  private @Nullable Instant until;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "assigned_by", updatable = false))
  private PersonId assignedBy;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected CaseloadEntry() {}

  private CaseloadEntry(OpenClinic clinic, OpenClient client, PersonId therapist, Instant now) {
    this.id = CaseloadEntryId.next();
    this.clinic = clinic.id();
    this.client = client.id();
    this.therapist = therapist;
    this.since = now;
    this.assignedBy = clinic.administrator();
  }

  /** Puts a client on a therapist's caseload. */
  static CaseloadEntry begin(
      OpenClinic clinic, OpenClient client, PersonId therapist, Instant now) {
    return new CaseloadEntry(clinic, client, therapist, now);
  }

  /** Takes the client off the caseload; once. */
  void end(Instant now) {
    if (until != null) {
      throw new ConflictException("conflict.caseloadEnded");
    }
    until = now;
  }

  CaseloadEntryId id() {
    return id;
  }

  PersonId therapist() {
    return therapist;
  }
}
