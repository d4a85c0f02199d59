package health.trellis.inventory;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
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

/**
 * One inventory given to one client, due on a date. It waits until the client submits it or the
 * therapist withdraws it; once submitted its answers are locked, the therapist reviews it, and may
 * release the result to the client and take that back.
 */
@Entity
@Table(name = "assignment")
class Assignment {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private AssignmentId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Column(name = "inventory_code", updatable = false)
  private String inventoryCode;

  @Column(name = "inventory_version", updatable = false)
  private int inventoryVersion;

  @Column(updatable = false)
  private String language;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "assigned_by", updatable = false))
  private PersonId assignedBy;

  @Column(name = "assigned_at", updatable = false)
  private Instant assignedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "reviewed_at")
  private @Nullable Instant reviewedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "reviewed_by"))
  private @Nullable PersonId reviewedBy;

  @Column(name = "released_at")
  private @Nullable Instant releasedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "released_by"))
  private @Nullable PersonId releasedBy;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Assignment() {}

  private Assignment(
      OpenClient client,
      Caller caller,
      Inventory inventory,
      LocalDate dueOn,
      RequestKey key,
      Instant now) {
    this.id = AssignmentId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
    this.inventoryCode = inventory.code().value();
    this.inventoryVersion = inventory.version();
    this.language = inventory.language();
    this.assignedBy = caller.person();
    this.assignedAt = now;
    this.dueOn = dueOn;
    this.requestKey = key;
  }

  /** Gives this inventory to this client, due on a date. */
  static Assignment to(
      OpenClient client,
      Caller caller,
      Inventory inventory,
      LocalDate dueOn,
      RequestKey key,
      Instant now) {
    return new Assignment(client, caller, inventory, dueOn, key, now);
  }

  /** Sends the answers; from now on they are locked. */
  void submit(Instant now) {
    requireOpen();
    submittedAt = now;
  }

  /** Takes the inventory back; the first time counts. */
  void withdraw(Instant now) {
    if (withdrawnAt == null) {
      requireOpen();
      withdrawnAt = now;
    }
  }

  /** Notes that the therapist has seen the result; the first time counts. */
  void review(Caller caller, Instant now) {
    requireSubmitted();
    if (reviewedAt == null) {
      reviewedAt = now;
      reviewedBy = caller.person();
    }
  }

  /** Makes the result visible to the client. */
  void release(Caller caller, Instant now) {
    requireSubmitted();
    if (releasedAt != null) {
      throw new ConflictException("conflict.released");
    }
    releasedAt = now;
    releasedBy = caller.person();
  }

  /** Takes the release back. */
  void revoke() {
    if (releasedAt == null) {
      throw new ConflictException("conflict.notReleased");
    }
    releasedAt = null;
    releasedBy = null;
  }

  /** Refuses a change that was decided on an older state than this one. */
  void requireVersion(long seen) {
    if (version != seen) {
      throw new ConflictException("conflict.changed");
    }
  }

  /** Refuses an answer to what was submitted or withdrawn. */
  void requireOpen() {
    if (submittedAt != null) {
      throw new ConflictException("conflict.submitted");
    }
    if (withdrawnAt != null) {
      throw new ConflictException("conflict.withdrawn");
    }
  }

  /** Whether the client has it still to do. */
  boolean open() {
    return submittedAt == null && withdrawnAt == null;
  }

  private void requireSubmitted() {
    if (submittedAt == null) {
      throw new ConflictException("conflict.notSubmitted");
    }
  }

  AssignmentId id() {
    return id;
  }

  /** The instrument, in its version and language. */
  Inventory inventory(InventoryCatalog catalog) {
    return catalog.get(new InventoryCode(inventoryCode), inventoryVersion, language);
  }

  Instant assignedAt() {
    return assignedAt;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  @Nullable Instant submittedAt() {
    return submittedAt;
  }

  @Nullable Instant withdrawnAt() {
    return withdrawnAt;
  }

  @Nullable Instant reviewedAt() {
    return reviewedAt;
  }

  @Nullable Instant releasedAt() {
    return releasedAt;
  }

  long version() {
    return version;
  }
}
