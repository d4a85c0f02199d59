package health.trellis.people.web;

import health.trellis.kernel.ClientId;
import health.trellis.people.PortalAccess;
import health.trellis.people.PortalInvitationService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Ending what a client can do in the portal, after a look at what that means. */
@Named("endPortalBean")
@ViewScoped
public class EndPortalBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient PortalInvitationService invitations;

  private @Nullable String leaving;
  private transient @Nullable PortalAccess view;

  /** Loads whose access it is. */
  public void load() {
    view = invitations.view(ClientId.of(leaving));
  }

  /** Ends it, and goes back to how far the client is. */
  public String end() {
    ClientId id = ClientId.of(leaving);
    invitations.end(id);
    return "/admin/clients/portal.xhtml?faces-redirect=true&client=" + id;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable PortalAccess getView() {
    return view;
  }

  public @Nullable String getLeaving() {
    return leaving;
  }

  public void setLeaving(@Nullable String leaving) {
    this.leaving = leaving;
  }
}
