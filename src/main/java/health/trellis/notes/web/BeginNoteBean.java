package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NoteForm;
import health.trellis.notes.NoteService;
import health.trellis.notes.NoteStart;
import health.trellis.notes.NoteTemplate;
import health.trellis.sessions.Attendance;
import health.trellis.sessions.Place;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing a session down, and beginning its note. */
@Named("beginNoteBean")
@ViewScoped
public class BeginNoteBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient NoteService notes;

  private final SessionForm session = new SessionForm();
  private @Nullable String client;
  private String template = NoteTemplate.DAP.code();
  private ArrayList<NoteTemplate> templates = new ArrayList<>(NoteTemplate.USUAL);
  private boolean copyForward;
  private transient @Nullable NoteForm form;

  /** Loads what can be chosen, with the usual choices made: the last full hour, the last form. */
  public void load() {
    NoteForm offered = notes.chooseToBegin(ClientId.of(client));
    form = offered;
    templates = new ArrayList<>(offered.offered());
    if (session.getStartsAt() == null) {
      session.setStartsAt(
          offered.now().minusMinutes(50).truncatedTo(ChronoUnit.HOURS).toLocalDateTime());
      NoteTemplate last = offered.last();
      template = last == null || !isOffered(last.code()) ? template : last.code();
    }
  }

  private boolean isOffered(String code) {
    return templates.stream().anyMatch(each -> each.code().equals(code));
  }

  /** Writes the session down, once, and leads to its note where it has one. */
  public String begin() {
    NoteForm shown = Objects.requireNonNull(form, "loaded before");
    Optional<NoteId> note =
        notes.begin(
            ClientId.of(client),
            new NoteStart(session.draft(shown.now().getZone()), template, copyForward),
            FormKey.now());
    return note.map(id -> "/therapist/notes/write.xhtml?faces-redirect=true&note=" + id)
            .orElse("/therapist/notes/list.xhtml?faces-redirect=true")
        + "&client="
        + client;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable NoteForm getForm() {
    return form;
  }

  /** What is typed of the session. */
  public SessionForm getSession() {
    return session;
  }

  /** The places to choose from. */
  public List<Place> getPlaces() {
    return List.of(Place.values());
  }

  /** What can have become of a session. */
  public List<Attendance> getAttendances() {
    return List.of(Attendance.values());
  }

  /** The forms to choose from. */
  public List<NoteTemplate> getTemplates() {
    return templates;
  }

  public String getTemplate() {
    return template;
  }

  public void setTemplate(String template) {
    this.template = template;
  }

  public boolean isCopyForward() {
    return copyForward;
  }

  public void setCopyForward(boolean copyForward) {
    this.copyForward = copyForward;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
