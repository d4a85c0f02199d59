package health.trellis.people;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.TimeOrderedUuid;
import health.trellis.security.FirstStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * The first start of an installation: makes its clinic and invites its first administrator, for
 * whoever knows the token. Nobody can sign in yet, so there is no caller whose role could be asked
 * for; it is over as soon as that administrator has signed in.
 */
@ApplicationScoped
@Transactional
public class SetUp {
  @Inject private FirstStart start;
  @Inject private SetUpToken token;
  @Inject private InvitationBook book;
  @Inject private Invitations invitations;
  @Inject private AuditTrail audit;
  @PersistenceContext private EntityManager database;

  /**
   * Sees that whoever asks may set up a clinic.
   *
   * @throws ConflictException where somebody works here already
   * @throws InvalidException where this is not the token
   */
  public void check(String typed) {
    if (!start.isAwaited()) {
      throw new ConflictException("setUp.over");
    }
    if (!token.is(typed)) {
      throw new InvalidException("token", "setUp.token.wrong");
    }
  }

  /**
   * Makes the clinic and writes its first administrator down, or puts right what was written down
   * as long as nobody has signed in. Nothing is sent yet.
   *
   * @param address from which that is asked
   * @throws ConflictException where somebody works here already, or a mail is on its way
   */
  public void make(String typed, SetUpDraft draft, String address) {
    check(typed);
    Object made =
        database
            .createNativeQuery(
                "select set_up_clinic(:clinic, :name, :zone, :language, :region, :person, :who,"
                    + " :email, :address)",
                String.class)
            .setParameter("clinic", TimeOrderedUuid.next())
            .setParameter("name", draft.clinic())
            .setParameter("zone", draft.zone())
            .setParameter("language", draft.language())
            .setParameter("region", draft.region())
            .setParameter("person", PersonId.next().value())
            .setParameter("who", draft.name())
            .setParameter("email", draft.email())
            .setParameter("address", address)
            .getSingleResult();
    if (!made.equals("DONE")) {
      throw new ConflictException(made.equals("BUSY") ? "invitation.justSent" : "setUp.over");
    }
  }

  /**
   * Goes on with the invitation of the first administrator from where it stopped.
   *
   * @param address from which that is asked
   * @return whether it was tried; not within a minute after a mail
   */
  public boolean send(String typed, String address) {
    PersonId first = begin(typed, address);
    boolean tried = invitations.goOn(book.find(first));
    if (tried) {
      audit.record(Act.STAFF_MAILED, first);
    }
    return tried;
  }

  /** How far the first administrator is. */
  public StaffRow first(String typed, String address) {
    begin(typed, address);
    return book.list().get(0);
  }

  private PersonId begin(String typed, String address) {
    check(typed);
    Object first =
        database
            .createNativeQuery("select begin_set_up(:address, :request)", UUID.class)
            .setParameter("address", address)
            .setParameter("request", TimeOrderedUuid.next())
            .getSingleResult();
    if (first == null) {
      throw new ConflictException("setUp.over");
    }
    return new PersonId((UUID) first);
  }
}
