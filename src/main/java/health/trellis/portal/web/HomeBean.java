package health.trellis.portal.web;

import health.trellis.portal.PortalHome;
import health.trellis.portal.PortalService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The client's home: what there is to do, and what was shared. */
@Named("homeBean")
@RequestScoped
public class HomeBean {
  @Inject private PortalService portal;

  private @Nullable PortalHome view;

  /** Loads all that the page shows. */
  public void load() {
    view = portal.home();
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable PortalHome getView() {
    return view;
  }
}
