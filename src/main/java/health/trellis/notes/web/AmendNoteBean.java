package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.AddendumDraft;
import health.trellis.notes.NotePage;
import health.trellis.notes.NoteService;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Adding to a signed note. */
@Named("amendNoteBean")
@ViewScoped
public class AmendNoteBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient NoteService notes;

  private @Nullable String client;
  private @Nullable String note;
  private String reason = "";
  private String body = "";
  private transient @Nullable NotePage view;

  /** Loads the note that is added to. */
  public void load() {
    view = notes.open(ClientId.of(client), NoteId.of(note));
  }

  /** Adds it, once, and leads back to the note. */
  public String amend() {
    notes.amend(
        ClientId.of(client), NoteId.of(note), new AddendumDraft(reason, body), FormKey.now());
    return "/therapist/notes/read.xhtml?faces-redirect=true&client=" + client + "&note=" + note;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable NotePage getView() {
    return view;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getBody() {
    return body;
  }

  public void setBody(@Nullable String body) {
    this.body = body == null ? "" : body;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
