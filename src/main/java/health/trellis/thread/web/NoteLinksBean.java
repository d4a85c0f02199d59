package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.thread.LinkService;
import health.trellis.thread.NoteBeliefs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The beliefs of a note, on the pages that show it. */
@Named("noteBeliefsBean")
@RequestScoped
public class NoteBeliefsBean {
  @Inject private LinkService links;

  private @Nullable NoteBeliefs view;

  /** Loads those of a note. */
  public void load(@Nullable String client, @Nullable String note) {
    view = links.read(ClientId.of(client), NoteId.of(note));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable NoteBeliefs getView() {
    return view;
  }
}
