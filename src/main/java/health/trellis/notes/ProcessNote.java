package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.ProcessNoteId;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A process note: what a therapist thinks about the work with a client, for nobody else. It is
 * saved as it is written, may be changed by its author for ever, and is never signed. It holds its
 * text sealed, and opens it only for who brings the cipher.
 */
@Entity
@Table(name = "process_note")
class ProcessNote {
  private static final String SECTION = NoteTemplate.FREE.sections().get(0).code();

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private ProcessNoteId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "author_id", updatable = false))
  private PersonId author;

  private byte[] ciphertext;

  @Column(name = "last_key")
  private @Nullable UUID lastKey;

  @Column(name = "begun_at", updatable = false)
  private Instant begunAt;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ProcessNote() {}

  @SuppressWarnings("NullAway.Init") // begin() seals the text
  private ProcessNote(OpenClient client, Caller author, RequestKey key, Instant now) {
    this.id = ProcessNoteId.next();
    this.clinic = author.clinic();
    this.client = client.id();
    this.author = author.person();
    this.begunAt = now;
    this.savedAt = now;
    this.requestKey = key;
  }

  /** An empty note of the caller's. */
  static ProcessNote begin(
      OpenClient client, Caller author, RequestKey key, ProcessNoteCipher cipher, Instant now) {
    ProcessNote note = new ProcessNote(client, author, key, now);
    note.ciphertext = cipher.seal("", note.subject());
    return note;
  }

  /** Whether this very save was made already. */
  boolean holds(DraftChange change) {
    return change.key().equals(lastKey);
  }

  /** Whether it was saved elsewhere since the writer of this change last looked. */
  boolean movedOnSince(DraftChange change) {
    return change.seen() != version && !holds(change);
  }

  /**
   * Seals what was written, with the key that is first now.
   *
   * @throws ConflictException where it was saved elsewhere in between
   */
  void write(DraftChange change, ProcessNoteCipher cipher, Instant now) {
    if (movedOnSince(change)) {
      throw new ConflictException("conflict.draft");
    }
    ciphertext = cipher.seal(change.text().fitting(NoteTemplate.FREE).in(SECTION), subject());
    lastKey = change.key();
    savedAt = now;
  }

  /** What it says. */
  NoteText text(ProcessNoteCipher cipher) {
    String words = cipher.open(ciphertext, subject());
    return words.isEmpty() ? NoteText.EMPTY : new NoteText(Map.of(SECTION, words));
  }

  private ProcessNoteSubject subject() {
    return new ProcessNoteSubject(id, client, clinic, author);
  }

  ProcessNoteId id() {
    return id;
  }

  Instant begunAt() {
    return begunAt;
  }

  /** How it stands; with its text where that was saved elsewhere. */
  SavedDraft saved(@Nullable NoteText elsewhere) {
    return new SavedDraft(version, savedAt, elsewhere, null);
  }
}
