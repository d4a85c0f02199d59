package health.trellis.support.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.SupportMapId;
import health.trellis.support.SupportMapPage;
import health.trellis.support.SupportService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A client's support map, as it stands or as it was kept. */
@Named("supportMapBean")
@RequestScoped
public class SupportMapBean {
  @Inject private SupportService support;

  private @Nullable String client;
  private @Nullable String kept;
  private @Nullable SupportMapPage view;

  /** Loads all that the page shows. */
  public void load() {
    view =
        support.read(
            ClientId.of(client), kept == null || kept.isEmpty() ? null : SupportMapId.of(kept));
  }

  /** Where a supporter is opened, up to the id; null where nothing can be written. */
  public @Nullable String getOpens() {
    return view != null && view.open()
        ? "/therapist/support/edit.xhtml?client=" + client + "&supporter="
        : null;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable SupportMapPage getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getKept() {
    return kept;
  }

  public void setKept(@Nullable String kept) {
    this.kept = kept;
  }
}
