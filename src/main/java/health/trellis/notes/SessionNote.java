package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.SessionId;
import health.trellis.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * The note of one session. It begins as a draft, perhaps with the text of the last note in it, and
 * is saved as it is written; the therapists who treat the client may write in it. Its author signs
 * it once every required section says something. From then on it never changes; the database writes
 * the hash of what was signed and refuses the rest. What comes later is an addendum. What a trainee
 * signed waits for the supervisor, who cosigns it or sends it back.
 */
@Entity
@Table(name = "session_note")
class SessionNote {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private NoteId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "session_id", updatable = false))
  private SessionId session;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "author_id", updatable = false))
  private PersonId author;

  @Column(updatable = false)
  private String template;

  @Convert(converter = StoredLayout.class)
  @ColumnTransformer(write = "cast(? as jsonb)")
  @Column(updatable = false)
  private @Nullable NoteLayout layout;

  @Convert(converter = StoredText.class)
  @ColumnTransformer(write = "cast(? as jsonb)")
  @Column(name = "sections")
  private NoteText text;

  private String[] copied;

  @Column(name = "last_key")
  private @Nullable UUID lastKey;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "saved_by"))
  private PersonId savedBy;

  @Column(name = "signed_at")
  private @Nullable Instant signedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "signed_by"))
  private @Nullable PersonId signedBy;

  @Column(name = "content_hash", insertable = false, updatable = false)
  private byte @Nullable [] contentHash;

  @Column(name = "cosign_wanted", insertable = false, updatable = false)
  private boolean cosignWanted;

  @Column(name = "erased_at", insertable = false, updatable = false)
  private @Nullable Instant erasedAt;

  @Column(name = "cosigned_at")
  private @Nullable Instant cosignedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "cosigned_by"))
  private @Nullable PersonId cosignedBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected SessionNote() {}

  private SessionNote(
      OpenClient client, Caller caller, SessionId session, NoteTemplate template, Instant now) {
    this.id = NoteId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
    this.session = session;
    this.author = caller.person();
    this.template = template.code();
    this.layout = template.own() ? new NoteLayout(template.name(), template.sections()) : null;
    this.text = NoteText.EMPTY;
    this.copied = new String[0];
    this.savedAt = now;
    this.savedBy = caller.person();
    this.createdAt = now;
  }

  /** An empty draft for a session. */
  static SessionNote begin(
      OpenClient client, Caller caller, SessionId session, NoteTemplate template, Instant now) {
    return new SessionNote(client, caller, session, template, now);
  }

  /** Takes over what an earlier note says in the sections both have, marked until it is edited. */
  void copyForward(SessionNote earlier) {
    requireDraft();
    List<String> shared =
        template().sections().stream()
            .map(NoteTemplate.Section::code)
            .filter(earlier.text::says)
            .toList();
    text = earlier.text.only(shared);
    copied = shared.toArray(String[]::new);
  }

  /** Whether somebody saved since the writer of this change last looked. */
  boolean movedOnSince(DraftChange change) {
    requireDraft();
    return change.seen() != version && !change.key().equals(lastKey);
  }

  /**
   * Saves what was written, on top of the version that the writer had seen; the same key again
   * changes nothing.
   *
   * @return whether this key was new
   * @throws ConflictException where somebody else saved in between
   */
  boolean write(Caller caller, DraftChange change, Instant now) {
    if (movedOnSince(change)) {
      throw new ConflictException("conflict.draft");
    }
    if (change.key().equals(lastKey)) {
      return false;
    }
    NoteText before = text;
    text = change.text().fitting(template());
    copied =
        List.of(copied).stream()
            .filter(section -> text.in(section).equals(before.in(section)))
            .toArray(String[]::new);
    lastKey = change.key();
    savedAt = now;
    savedBy = caller.person();
    return true;
  }

  /**
   * Signs it, for good.
   *
   * @throws InvalidException where a required section is empty
   */
  void sign(Caller caller, Instant now) {
    requireDraft();
    if (!author.equals(caller.person())) {
      throw new ConflictException("conflict.notAuthor");
    }
    for (NoteTemplate.Section section : template().sections()) {
      if (section.required() && !text.says(section.code())) {
        throw new InvalidException(section.code(), "note.section.missing");
      }
    }
    signedAt = now;
    signedBy = caller.person();
  }

  /** Cosigns it, for good. */
  void cosign(Caller caller, Instant now) {
    requireWaiting();
    cosignedAt = now;
    cosignedBy = caller.person();
  }

  /** Whether this person has cosigned just this version. */
  boolean cosignedAsSeen(Caller caller, long seen) {
    return caller.person().equals(cosignedBy) && version == seen + 1;
  }

  /** Refuses what only a note that waits for its cosigner can take. */
  void requireWaiting() {
    if (signedAt == null || !cosignWanted || cosignedAt != null) {
      throw new ConflictException("conflict.notWaiting");
    }
  }

  /** Whether this person has signed just this version. */
  boolean signedAsSeen(Caller caller, long seen) {
    return caller.person().equals(signedBy) && version == seen + 1;
  }

  /** Refuses a change that was decided on an older state than this one. */
  void requireVersion(long seen) {
    if (version != seen) {
      throw new ConflictException("conflict.draft");
    }
  }

  /** Refuses what only a signed note can take. */
  void requireSigned() {
    if (signedAt == null) {
      throw new ConflictException("conflict.notSigned");
    }
  }

  private void requireDraft() {
    if (signedAt != null) {
      throw new ConflictException("conflict.signed");
    }
  }

  NoteId id() {
    return id;
  }

  SessionId session() {
    return session;
  }

  /** The form it is written in, as it was when the note was begun. */
  NoteTemplate template() {
    return layout == null ? NoteTemplate.usual(template).orElseThrow() : layout.as(template);
  }

  PersonId author() {
    return author;
  }

  PersonId savedBy() {
    return savedBy;
  }

  /** How the draft stands; with its text where that is another writer's. */
  SavedDraft saved(boolean theirs, @Nullable String by) {
    return new SavedDraft(version, savedAt, theirs ? text : null, by);
  }

  /** What a reader sees of it now. */
  NoteContent content(Caller reader) {
    return new NoteContent(
        id,
        template(),
        text,
        List.of(copied),
        author,
        author.equals(reader.person()),
        savedAt,
        signedAt,
        contentHash,
        cosignWanted,
        cosignedAt,
        cosignedBy,
        erasedAt,
        version);
  }
}
