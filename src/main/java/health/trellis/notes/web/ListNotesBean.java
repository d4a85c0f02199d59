package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.notes.NoteList;
import health.trellis.notes.NoteService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The sessions and notes of one client. */
@Named("listNotesBean")
@RequestScoped
public class ListNotesBean {
  @Inject private NoteService notes;

  private @Nullable String client;
  private @Nullable NoteList view;

  /** Loads all that the page shows. */
  public void load() {
    view = notes.list(ClientId.of(client));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable NoteList getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
