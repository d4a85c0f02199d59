package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.NoteReturnId;
import health.trellis.kernel.PersonId;
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
 * That a waiting note was sent back to its author: by whom, when, why. Storing it is the act: the
 * database copies beside it what had been signed, and makes the note a draft again.
 */
@Entity
@Immutable
@Table(name = "note_return")
class NoteReturn {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private NoteReturnId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "note_id"))
  private NoteId note;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "returned_by"))
  private PersonId returnedBy;

  @Column(name = "returned_at")
  private Instant returnedAt;

  private String remark;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected NoteReturn() {}

  /** The caller's sending back of a note that waits. */
  static NoteReturn of(
      SessionNote note, OpenClient client, Caller caller, ReturnDraft draft, Instant now) {
    note.requireWaiting();
    NoteReturn sent = new NoteReturn();
    sent.id = NoteReturnId.next();
    sent.clinic = caller.clinic();
    sent.client = client.id();
    sent.note = note.id();
    sent.returnedBy = caller.person();
    sent.returnedAt = now;
    sent.remark = draft.remark();
    return sent;
  }

  NoteReturnId id() {
    return id;
  }

  PersonId returnedBy() {
    return returnedBy;
  }

  ReturnView view(String by) {
    return new ReturnView(returnedAt, by, remark);
  }
}
