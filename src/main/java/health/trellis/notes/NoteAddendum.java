package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AddendumId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.NoteId;
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

/** What was added to a signed note: by whom, when, why. It never changes. */
@Entity
@Immutable
@Table(name = "note_addendum")
class NoteAddendum {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private AddendumId id;

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
  @AttributeOverride(name = "value", column = @Column(name = "author_id"))
  private PersonId author;

  @Column(name = "added_at")
  private Instant addedAt;

  private String reason;
  private String body;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key"))
  private RequestKey requestKey;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected NoteAddendum() {}

  /** An addendum of the caller's to a note. */
  static NoteAddendum to(
      SessionNote note,
      OpenClient client,
      Caller caller,
      AddendumDraft draft,
      RequestKey key,
      Instant now) {
    note.requireSigned();
    NoteAddendum addendum = new NoteAddendum();
    addendum.id = AddendumId.next();
    addendum.clinic = caller.clinic();
    addendum.client = client.id();
    addendum.note = note.id();
    addendum.author = caller.person();
    addendum.addedAt = now;
    addendum.reason = draft.reason();
    addendum.body = draft.body();
    addendum.requestKey = key;
    return addendum;
  }

  AddendumId id() {
    return id;
  }

  NoteId note() {
    return note;
  }

  AddendumView view(String authorName) {
    return new AddendumView(addedAt, authorName, reason, body);
  }

  PersonId author() {
    return author;
  }
}
