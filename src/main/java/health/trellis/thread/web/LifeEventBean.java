package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.LifeEventId;
import health.trellis.thread.LifeEventDraft;
import health.trellis.thread.LifeEventForm;
import health.trellis.thread.LifeEventService;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Noting an event of a client's life, or taking one back that was noted by mistake. */
@Named("lifeEventBean")
@ViewScoped
public class LifeEventBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient LifeEventService events;

  private @Nullable String client;
  private @Nullable String event;
  private @Nullable LocalDate happenedOn;
  private String words = "";
  private transient @Nullable LifeEventForm form;

  /** Loads the event, or what the page offers that notes one. */
  public void load() {
    form =
        event == null || event.isEmpty()
            ? events.chooseToNote(ClientId.of(client))
            : events.open(ClientId.of(client), LifeEventId.of(event));
  }

  /** Notes it, once, and leads back to the timeline. */
  public String note() {
    LocalDate day = Objects.requireNonNull(happenedOn, "the form requires it");
    events.note(ClientId.of(client), new LifeEventDraft(day, words), FormKey.now());
    return back();
  }

  /** Takes it off the timeline, and leads back there. */
  public String withdraw() {
    events.withdraw(ClientId.of(client), LifeEventId.of(event));
    return back();
  }

  private String back() {
    return "/therapist/thread/timeline.xhtml?faces-redirect=true&client=" + client;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable LifeEventForm getForm() {
    return form;
  }

  public @Nullable LocalDate getHappenedOn() {
    return happenedOn;
  }

  public void setHappenedOn(@Nullable LocalDate happenedOn) {
    this.happenedOn = happenedOn;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getEvent() {
    return event;
  }

  public void setEvent(@Nullable String event) {
    this.event = event;
  }
}
