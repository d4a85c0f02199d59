package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NotePage;
import health.trellis.notes.NoteService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One note, to be read, or to be written in while it is a draft; the page saves it by itself. */
@Named("noteBean")
@RequestScoped
public class NoteBean {
  @Inject private NoteService notes;

  private @Nullable String client;
  private @Nullable String note;
  private @Nullable NotePage view;

  /** Loads all that the page shows. */
  public void load() {
    view = notes.open(ClientId.of(client), NoteId.of(note));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable NotePage getView() {
    return view;
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
