package health.trellis.people;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.people.InvitationBook.Written;
import health.trellis.security.AllowedTo;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;

/**
 * A client's way to the portal: written down, then an account, then a mail by which the client
 * chooses a password. The identity provider knows the address and nothing else about the client.
 */
@Service
public class PortalInvitationService {
  @Inject private ClientAccess access;
  @Inject private InvitationBook book;
  @Inject private Invitations invitations;
  @Inject private AuditTrail audit;

  /** How far a client has come. */
  @AllowedTo(Role.ADMINISTRATOR)
  public PortalAccess view(ClientId client) {
    OpenClient open = access.open(client);
    return book.portal(open);
  }

  /**
   * Writes down that a client is invited; nothing is sent yet. Until the client has signed in it
   * can be done again with another address, and so can it where the access was ended: no earlier
   * account and no earlier link opens anything then.
   *
   * @throws InvalidException where somebody of the clinic has this address
   * @throws ConflictException where the client has signed in already, the work has ended, or a mail
   *     is on its way
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public void invite(ClientId client, PortalDraft draft) {
    OpenClient open = access.open(client);
    if (book.portal(open).state() == PortalAccess.State.ACTIVE) {
      throw new ConflictException("staff.accepted");
    }
    switch (book.add(open, draft)) {
      case TAKEN -> throw new InvalidException("email", "portal.invite.taken");
      case BUSY -> throw new ConflictException("invitation.justSent");
      case CLOSED -> throw new ConflictException("portal.invite.closed");
      case INVITED -> audit.record(Act.PORTAL_INVITED, client, client);
      case SAME, DONE -> {
        // A second press of the same button.
      }
    }
  }

  /**
   * Goes on with the invitation from where it stopped: the account, the mail.
   *
   * @return whether it was tried; not while another try is at it, nor within a minute after a mail
   * @throws ConflictException where the client has signed in already, or the work has ended
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public boolean send(ClientId client) {
    OpenClient open = access.open(client);
    if (open.closed()) {
      throw new ConflictException("portal.invite.closed");
    }
    boolean tried = invitations.goOn(book.find(open));
    if (tried) {
      audit.record(Act.PORTAL_MAILED, client, client);
    }
    return tried;
  }

  /** Ends all that the client can do in the portal; the record stays as it is. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void end(ClientId client) {
    OpenClient open = access.open(client);
    if (book.end(open, true) == Written.DONE) {
      audit.record(Act.PORTAL_ENDED, client, client);
    }
  }

  /**
   * Gives back what was ended, by the same account.
   *
   * @throws ConflictException where somebody else of the clinic has the address by now
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public void giveBack(ClientId client) {
    OpenClient open = access.open(client);
    Written back = book.end(open, false);
    if (back == Written.TAKEN) {
      throw new ConflictException("portal.invite.taken");
    }
    if (back == Written.DONE) {
      audit.record(Act.PORTAL_GIVEN_BACK, client, client);
    }
  }
}
