package health.trellis.people;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The clinic's staff. Trellis's tables say who works here and as what; the identity provider holds
 * credentials alone. Somebody invited is in the tables first, whatever happens afterwards.
 */
@Service
public class StaffService {
  @Inject private InvitationBook book;
  @Inject private Invitations invitations;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** All of the staff, those who are disabled last. */
  @AllowedTo(Role.ADMINISTRATOR)
  public List<StaffRow> list() {
    List<StaffRow> shown = book.list();
    audit.record(Act.STAFF_READ, caller.get().clinic());
    return shown;
  }

  /**
   * Writes down who is invited; nothing is sent yet. The same key again gives the same person.
   *
   * @throws InvalidException where one of the staff has this address
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public PersonId invite(StaffDraft draft, RequestKey key) {
    PersonId person =
        book.add(draft, key).orElseThrow(() -> new InvalidException("email", "staff.email.taken"));
    audit.record(Act.STAFF_INVITED, person);
    return person;
  }

  /**
   * Goes on with an invitation from where it stopped: the account, the mark of staff, the mail.
   *
   * @return whether it was tried; not while another try is at it, nor within a minute after a mail
   * @throws ConflictException where the person has signed in already, or is disabled
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public boolean send(PersonId person) {
    boolean tried = invitations.goOn(book.find(person));
    if (tried) {
      audit.record(Act.STAFF_MAILED, person);
    }
    return tried;
  }

  /** Somebody who may be disabled, and whom that concerns. */
  @AllowedTo(Role.ADMINISTRATOR)
  public LeavingStaff leaving(PersonId person) {
    LeavingStaff shown = book.leaving(person);
    audit.record(Act.STAFF_READ, caller.get().clinic());
    return shown;
  }

  /** Ends all that somebody of the staff may do here; notes and cases stay. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void disable(PersonId person) {
    if (person.equals(caller.get().person())) {
      throw new ConflictException("staff.self");
    }
    book.disable(person, true);
    audit.record(Act.STAFF_DISABLED, person);
  }

  /** Gives back what was ended. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void enable(PersonId person) {
    book.disable(person, false);
    audit.record(Act.STAFF_ENABLED, person);
  }
}
