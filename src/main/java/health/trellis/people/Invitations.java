package health.trellis.people;

import health.trellis.kernel.ConflictException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** How an invitation goes on, of staff and of clients alike. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Invitations {
  @Inject private InvitationBook book;
  @Inject private Accounts accounts;

  /**
   * Goes on from where it stopped: the account, the mail. What was reached is kept, also where it
   * stops again.
   *
   * @return whether it was tried; not while another try is at it, nor within a minute after a mail
   * @throws ConflictException where the person has signed in already, or is disabled
   */
  boolean goOn(Invitee invitee) {
    if (invitee.acceptedAt() != null) {
      throw new ConflictException("staff.accepted");
    }
    if (invitee.disabledAt() != null) {
      throw new ConflictException("staff.isDisabled");
    }
    if (!invitee.due()) {
      return false;
    }
    Accounts.Reached reached = accounts.invite(invitee);
    book.keep(invitee.id(), reached.sub(), reached.stopped());
    return true;
  }
}
