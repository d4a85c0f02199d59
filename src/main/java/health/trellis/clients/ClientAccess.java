package health.trellis.clients;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.security.Caller;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/**
 * The one door to a client's record. It lets the database check that the caller treats this client,
 * supervises the one who does, is the client, or administers the clinic; the opening is recorded in
 * the same statement; and only then are the client's rows visible to this transaction.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ClientAccess {
  @Inject private CurrentCaller current;
  @PersistenceContext private EntityManager database;

  /**
   * Opens one client's record.
   *
   * @throws NotFoundException where there is no such client, or not for this caller
   */
  public OpenClient open(ClientId client) {
    String purpose = current.get().role() == Role.THERAPIST ? "treatment" : "administration";
    return open(
        database
            .createNativeQuery(
                "select cast(:client as uuid) as client, scope, name,"
                    + " cast(birth_date as text) as birth_date, language, closed, since"
                    + " from open_client(:client, :purpose)",
                Tuple.class)
            .setParameter("client", client.value())
            .setParameter("purpose", purpose));
  }

  /**
   * Opens a record for reading by an opening in an emergency, while that stands.
   *
   * @throws NotFoundException where it is over, or not the caller's
   */
  public OpenClient openInEmergency(EmergencyAccessId id) {
    return open(
        database
            .createNativeQuery(
                "select client_id as client, 'BREAK_GLASS' as scope, name,"
                    + " cast(birth_date as text) as birth_date, language, closed, since"
                    + " from open_in_emergency(:access) where open",
                Tuple.class)
            .setParameter("access", id.value()));
  }

  @SuppressWarnings("unchecked")
  private static OpenClient open(Query query) {
    List<Tuple> rows =
        query
            .unwrap(NativeQuery.class)
            .addScalar("client", UUID.class)
            .addScalar("scope", String.class)
            .addScalar("name", String.class)
            .addScalar("birth_date", String.class)
            .addScalar("language", String.class)
            .addScalar("closed", Boolean.class)
            .addScalar("since", Instant.class)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFoundException("not there, or not the caller's");
    }
    Tuple row = rows.get(0);
    String born = row.get("birth_date", String.class);
    LocalDate birthDate = born == null ? null : LocalDate.parse(born);
    return new OpenClient(
        new ClientId(row.get("client", UUID.class)),
        Scope.valueOf(row.get("scope", String.class)),
        row.get("name", String.class),
        birthDate,
        row.get("language", String.class),
        row.get("closed", Boolean.class),
        row.get("since", Instant.class));
  }

  /** Opens the caller's own record; the context of a client has opened it already. */
  public OpenClient openOwn() {
    Caller caller = current.get();
    ClientId own =
        caller.ownRecord().orElseThrow(() -> new NotFoundException("the caller is no client"));
    return new OpenClient(own, Scope.OWN, caller.name(), null, caller.language(), false, null);
  }

  /** Opens the list of the caller's own clients. */
  public OpenCaseload openCaseload() {
    Caller caller = therapist();
    return new OpenCaseload(caller.person());
  }

  /**
   * Opens the list of a supervisee's clients.
   *
   * @throws NotFoundException where the caller does not supervise this therapist
   */
  public OpenCaseload openCaseloadOf(PersonId therapist) {
    Caller caller = therapist();
    if (!caller.person().equals(therapist)
        && caller.supervisees().stream().noneMatch(each -> each.id().equals(therapist))) {
      throw new NotFoundException("no supervisee of the caller's");
    }
    return new OpenCaseload(therapist);
  }

  /** Opens the clinic's administrative side. */
  public OpenClinic openClinic() {
    Caller caller = current.get();
    if (caller.role() != Role.ADMINISTRATOR) {
      throw new NotFoundException("not an administrator");
    }
    return new OpenClinic(caller.clinic(), caller.person());
  }

  private Caller therapist() {
    Caller caller = current.get();
    if (caller.role() != Role.THERAPIST) {
      throw new NotFoundException("not a therapist");
    }
    return caller;
  }
}
