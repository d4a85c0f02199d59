package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ProcessNoteId;
import health.trellis.notes.ProcessNotePage;
import health.trellis.notes.ProcessNoteService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One process note before its author; the page saves it by itself. */
@Named("writeProcessNoteBean")
@RequestScoped
public class WriteProcessNoteBean {
  @Inject private ProcessNoteService notes;

  private @Nullable String client;
  private @Nullable String process;
  private @Nullable ProcessNotePage view;

  /** Loads all that the page shows. */
  public void load() {
    view = notes.open(ClientId.of(client), ProcessNoteId.of(process));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ProcessNotePage getView() {
    return view;
  }

  public @Nullable String getProcess() {
    return process;
  }

  public void setProcess(@Nullable String process) {
    this.process = process;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
