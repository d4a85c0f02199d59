package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.thread.LinkService;
import health.trellis.thread.NoteLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The beliefs and goals that a note is about, on the pages that show it. */
@Named("noteLinksBean")
@RequestScoped
public class NoteLinksBean {
  @Inject private LinkService links;

  private @Nullable NoteLinks view;

  /** Loads those of a note. */
  public void load(@Nullable String client, @Nullable String note) {
    view = links.read(ClientId.of(client), NoteId.of(note));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable NoteLinks getView() {
    return view;
  }
}
