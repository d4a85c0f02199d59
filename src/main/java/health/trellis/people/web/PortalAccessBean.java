package health.trellis.people.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.people.PortalAccess;
import health.trellis.people.PortalDraft;
import health.trellis.people.PortalInvitationService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client's way to the portal: how far it is, and the invitation. */
@Named("portalAccessBean")
@ViewScoped
public class PortalAccessBean implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where the address that is known stands in the field; elsewhere one would type another. */
  private static final Set<PortalAccess.State> TO_BE_PUT_RIGHT =
      Set.of(PortalAccess.State.NONE, PortalAccess.State.WAITING);

  @Inject private transient PortalInvitationService invitations;

  private @Nullable String client;
  private @Nullable String email;
  private transient @Nullable PortalAccess view;

  /** Loads the client that the address names. */
  public void load() {
    PortalAccess shown = invitations.view(id());
    view = shown;
    if (email == null && TO_BE_PUT_RIGHT.contains(shown.state())) {
      email = shown.email() == null ? shown.contact() : shown.email();
    }
  }

  /** Writes down that the client is invited, and sends the mail; the page says how far it came. */
  public String invite() {
    invitations.invite(id(), new PortalDraft(getEmail()));
    invitations.send(id());
    return again();
  }

  /** Goes on with the invitation, or sends it again. */
  public String send() {
    if (!invitations.send(id())) {
      throw new ConflictException("invitation.justSent");
    }
    return again();
  }

  /** Gives back what was ended. */
  public String giveBack() {
    invitations.giveBack(id());
    return again();
  }

  private ClientId id() {
    return ClientId.of(client);
  }

  private static String again() {
    return "/admin/clients/portal.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable PortalAccess getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public String getEmail() {
    return email == null ? "" : email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email;
  }
}
