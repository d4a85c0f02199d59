package health.trellis.notes;

import health.trellis.clients.OpenClinic;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.NoteTemplateId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * A template that a clinic made for its session notes. An administrator makes it, changes it, which
 * counts for notes begun from then on, and retires it; then it is no longer offered. Notes keep the
 * layout that they were begun with.
 */
@Entity
@Table(name = "note_template")
class ClinicTemplate {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private NoteTemplateId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Convert(converter = StoredLayout.class)
  @ColumnTransformer(write = "cast(? as jsonb)")
  private NoteLayout layout;

  @Column(name = "name", insertable = false, updatable = false)
  private @Nullable String layoutName;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "made_by", updatable = false))
  private PersonId madeBy;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ClinicTemplate() {}

  private ClinicTemplate(OpenClinic clinic, NoteLayout layout, RequestKey key, Instant now) {
    this.id = NoteTemplateId.next();
    this.clinic = clinic.id();
    this.layout = layout;
    this.madeBy = clinic.administrator();
    this.madeAt = now;
    this.changedAt = now;
    this.requestKey = key;
  }

  /** A new one, offered from now on. */
  static ClinicTemplate made(OpenClinic clinic, TemplateDraft draft, RequestKey key, Instant now) {
    return new ClinicTemplate(clinic, draft.layout(), key, now);
  }

  /**
   * Gives it another name or other sections, on top of the version that was seen.
   *
   * @return whether anything of it is another now
   */
  boolean change(TemplateDraft draft, long seen, Instant now) {
    requireOffered();
    if (version != seen) {
      throw new ConflictException("conflict.changed");
    }
    if (draft.layout().equals(layout)) {
      return false;
    }
    layout = draft.layout();
    changedAt = now;
    return true;
  }

  /** Takes it from what is offered; the first time counts. */
  void retire(Instant now) {
    if (retiredAt == null) {
      retiredAt = now;
    }
  }

  boolean retired() {
    return retiredAt != null;
  }

  private void requireOffered() {
    if (retiredAt != null) {
      throw new ConflictException("conflict.templateRetired");
    }
  }

  NoteTemplateId id() {
    return id;
  }

  NoteLayout layout() {
    return layout;
  }

  /** It as a note can be written in it now. */
  NoteTemplate template() {
    return layout.as(id.toString());
  }

  /** How it stands. */
  TemplateView view() {
    return new TemplateView(id, layout.name(), layout.sections(), changedAt, retiredAt, version);
  }
}
