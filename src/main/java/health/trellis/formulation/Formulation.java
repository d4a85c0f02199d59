package health.trellis.formulation;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.FormulationId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
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
 * One version of how a client's difficulties are understood. It is written whole, with its entries,
 * and never changes; a better understanding is the next version.
 */
@Entity
@Immutable
@Table(name = "formulation")
class Formulation {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private FormulationId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  private int number;
  private short entries;
  private @Nullable String remark;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "written_by"))
  private PersonId writtenBy;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key"))
  private RequestKey requestKey;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Formulation() {}

  /**
   * The caller's version, after the latest one.
   *
   * @param latest the number of the version that stands; 0 where there is none
   * @throws ConflictException where the caller has not seen that one
   */
  static Formulation after(
      int latest,
      FormulationDraft draft,
      OpenClient client,
      Caller caller,
      RequestKey key,
      Instant now) {
    if (draft.seen() != latest) {
      throw new ConflictException("conflict.formulation");
    }
    Formulation version = new Formulation();
    version.id = FormulationId.next();
    version.clinic = caller.clinic();
    version.client = client.id();
    version.number = latest + 1;
    version.entries = (short) draft.told().size();
    version.remark = draft.remark();
    version.writtenBy = caller.person();
    version.writtenAt = now;
    version.requestKey = key;
    return version;
  }

  FormulationId id() {
    return id;
  }

  ClinicId clinic() {
    return clinic;
  }

  ClientId client() {
    return client;
  }

  int number() {
    return number;
  }

  PersonId writtenBy() {
    return writtenBy;
  }

  /** As one reads of it in a list. */
  VersionRow row(String author) {
    return new VersionRow(number, writtenAt, author, remark);
  }
}
