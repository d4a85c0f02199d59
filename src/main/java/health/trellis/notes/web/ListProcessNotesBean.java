package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.notes.ProcessNoteList;
import health.trellis.notes.ProcessNoteService;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The therapist's own process notes on one client, and where another one begins. */
@Named("listProcessNotesBean")
@ViewScoped
public class ListProcessNotesBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ProcessNoteService notes;

  private @Nullable String client;
  private transient @Nullable ProcessNoteList view;

  /** Loads all that the page shows. */
  public void load() {
    view = notes.list(ClientId.of(client));
  }

  /** Begins a note, once, and leads to it. */
  public String begin() {
    return "/therapist/processnotes/write.xhtml?faces-redirect=true&client="
        + client
        + "&process="
        + notes.begin(ClientId.of(client), FormKey.now());
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ProcessNoteList getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
