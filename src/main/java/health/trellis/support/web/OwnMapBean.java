package health.trellis.support.web;

import health.trellis.support.OwnMapPage;
import health.trellis.support.OwnSupportService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The own support map, on the client's phone. */
@Named("ownMapBean")
@RequestScoped
public class OwnMapBean {
  @Inject private OwnSupportService support;

  private @Nullable OwnMapPage view;

  /** Loads all that the page shows. */
  public void load() {
    view = support.read();
  }

  /** Where a supporter is opened, up to the id; null where nothing can be written. */
  public @Nullable String getOpens() {
    return view != null && view.open() ? "/portal/support/edit.xhtml?supporter=" : null;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable OwnMapPage getView() {
    return view;
  }
}
