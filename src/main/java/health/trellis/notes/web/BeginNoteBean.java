package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.RequestKey;
import health.trellis.notes.NoteForm;
import health.trellis.notes.NoteService;
import health.trellis.notes.NoteStart;
import health.trellis.notes.NoteTemplate;
import health.trellis.sessions.Attendance;
import health.trellis.sessions.Place;
import health.trellis.sessions.SessionDraft;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing a session down, and beginning its note. */
@Named("beginNoteBean")
@ViewScoped
public class BeginNoteBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient NoteService notes;

  private static final int USUAL_MINUTES = 50;

  private final RequestKey key = RequestKey.next();
  private @Nullable String client;
  private @Nullable LocalDateTime startsAt;
  private @Nullable Integer minutes = USUAL_MINUTES;
  private Place place = Place.PRACTICE;
  private Attendance attendance = Attendance.ATTENDED;
  private @Nullable String present;
  private NoteTemplate template = NoteTemplate.DAP;
  private boolean copyForward;
  private transient @Nullable NoteForm form;

  /** Loads what can be chosen, with the usual choices made. */
  public void load() {
    NoteForm offered = notes.chooseToBegin(ClientId.of(client));
    form = offered;
    if (startsAt == null) {
      startsAt =
          offered
              .now()
              .truncatedTo(ChronoUnit.HOURS)
              .minusHours(offered.now().getMinute() < USUAL_MINUTES ? 1 : 0)
              .toLocalDateTime();
      template = offered.last() == null ? template : offered.last();
    }
  }

  /** Writes the session down, once, and leads to its note where it has one. */
  public String begin() {
    NoteForm shown = form;
    if (startsAt == null || minutes == null || shown == null) {
      throw new IllegalStateException("the form requires them");
    }
    Optional<NoteId> note =
        notes.begin(
            ClientId.of(client),
            new NoteStart(
                new SessionDraft(
                    startsAt.atZone(shown.now().getZone()).toInstant(),
                    Duration.ofMinutes(minutes),
                    place,
                    attendance,
                    present),
                template,
                copyForward),
            key);
    return note.map(id -> "/therapist/notes/write.xhtml?faces-redirect=true&note=" + id)
            .orElse("/therapist/notes/list.xhtml?faces-redirect=true")
        + "&client="
        + client;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable NoteForm getForm() {
    return form;
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
    return List.of(NoteTemplate.values());
  }

  public @Nullable LocalDateTime getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(@Nullable LocalDateTime startsAt) {
    this.startsAt = startsAt;
  }

  public @Nullable Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(@Nullable Integer minutes) {
    this.minutes = minutes;
  }

  public Place getPlace() {
    return place;
  }

  public void setPlace(Place place) {
    this.place = place;
  }

  public Attendance getAttendance() {
    return attendance;
  }

  public void setAttendance(Attendance attendance) {
    this.attendance = attendance;
  }

  public @Nullable String getPresent() {
    return present;
  }

  public void setPresent(@Nullable String present) {
    this.present = present;
  }

  public NoteTemplate getTemplate() {
    return template;
  }

  public void setTemplate(NoteTemplate template) {
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
