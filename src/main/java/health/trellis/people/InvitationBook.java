package health.trellis.people;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The staff of the caller's clinic, and the invitations of staff and clients, by functions of the
 * database.
 */
@ApplicationScoped
class InvitationBook {
  @PersistenceContext private EntityManager database;

  /** All of the staff: by name, whoever is disabled last. */
  List<StaffRow> list() {
    return staff("select * from staff_of_clinic()")
        .getResultStream()
        .map(InvitationBook::row)
        .toList();
  }

  /**
   * One of them, with whom the person treats.
   *
   * @throws NotFoundException where nobody of the clinic's staff has this id
   */
  LeavingStaff leaving(PersonId person) {
    StaffRow staff =
        staff("select * from staff_of_clinic() where id = :person")
            .setParameter("person", person.value())
            .getResultStream()
            .findFirst()
            .map(InvitationBook::row)
            .orElseThrow(() -> new NotFoundException("nobody of this clinic's staff"));
    Tuple cases =
        (Tuple)
            database
                .createNativeQuery("select * from caseload_of_staff(:person)", Tuple.class)
                .setParameter("person", person.value())
                .getSingleResult();
    return new LeavingStaff(
        staff, cases.get("treats", Integer.class), cases.get("alone", Integer.class));
  }

  private static StaffRow row(Tuple row) {
    return new StaffRow(
        new PersonId(row.get("id", UUID.class)),
        row.get("name", String.class),
        row.get("email", String.class),
        Arrays.stream(row.get("roles", String[].class)).map(Role::valueOf).toList(),
        row.get("disabled_at", Instant.class),
        row.get("invited_at", Instant.class),
        row.get("mailed_at", Instant.class),
        row.get("accepted_at", Instant.class),
        trouble(row),
        row.get("tried_at", Instant.class),
        row.get("self", Boolean.class));
  }

  /** Writes somebody down; empty where one of the staff has the address. */
  Optional<PersonId> add(StaffDraft draft, RequestKey key) {
    Object added =
        database
            .createNativeQuery(
                "select invite_staff(:person, :name, :email, :language, cast(:roles as text[]), :key)",
                UUID.class)
            .setParameter("person", PersonId.next().value())
            .setParameter("name", draft.name())
            .setParameter("email", draft.email())
            .setParameter("language", draft.language())
            .setParameter("roles", draft.roles().stream().map(Role::name).toArray(String[]::new))
            .setParameter("key", key.value())
            .getSingleResult();
    return Optional.ofNullable((UUID) added).map(PersonId::new);
  }

  /** How far a client has come whose record is open. */
  PortalAccess portal(OpenClient client) {
    Tuple row =
        typed(
                "select * from portal_of_client(:client)",
                Map.of(
                    String.class, List.of("name", "email", "contact", "trouble"),
                    Instant.class,
                        List.of("invited_at", "mailed_at", "accepted_at", "tried_at", "ended_at")))
            .setParameter("client", client.id().value())
            .getSingleResult();
    return new PortalAccess(
        client.id(),
        row.get("name", String.class),
        row.get("email", String.class),
        row.get("contact", String.class),
        row.get("invited_at", Instant.class),
        row.get("mailed_at", Instant.class),
        row.get("accepted_at", Instant.class),
        trouble(row),
        row.get("tried_at", Instant.class),
        row.get("ended_at", Instant.class),
        client.closed());
  }

  /** What came of writing something down about a client's way to the portal. */
  enum Written {
    /** A client is invited, by this address. */
    INVITED,
    /** It is done. */
    DONE,
    /** It was so already. */
    SAME,
    /** Somebody else of the clinic has the address. */
    TAKEN,
    /** A mail is on its way. */
    BUSY,
    /** The work with the client has ended. */
    CLOSED
  }

  /** Writes down that a client is invited, whose record is open. */
  Written add(OpenClient client, PortalDraft draft) {
    return written(
        database
            .createNativeQuery("select invite_client(:client, :person, :email)", String.class)
            .setParameter("client", client.id().value())
            .setParameter("person", PersonId.next().value())
            .setParameter("email", draft.email()));
  }

  /**
   * One of the staff who was invited.
   *
   * @throws NotFoundException where nobody of the clinic's staff has this id
   */
  Invitee find(PersonId person) {
    return invitee(person, null);
  }

  /**
   * A client who was invited, and whose record is open.
   *
   * @throws NotFoundException where the client was not
   */
  Invitee find(OpenClient client) {
    return invitee(null, client.id());
  }

  private Invitee invitee(@Nullable PersonId staff, @Nullable ClientId client) {
    return typed(
            "select * from invitation_of(:staff, :client)",
            Map.of(
                UUID.class, List.of("id"),
                Boolean.class, List.of("staff", "due"),
                String.class, List.of("name", "email", "language", "sub"),
                Instant.class, List.of("accepted_at", "disabled_at")))
        .setParameter("staff", staff == null ? null : staff.value(), UUID.class)
        .setParameter("client", client == null ? null : client.value(), UUID.class)
        .getResultStream()
        .findFirst()
        .map(
            found ->
                new Invitee(
                    new PersonId(found.get("id", UUID.class)),
                    found.get("staff", Boolean.class),
                    found.get("name", String.class),
                    found.get("email", String.class),
                    found.get("language", String.class),
                    found.get("sub", String.class),
                    found.get("accepted_at", Instant.class),
                    found.get("disabled_at", Instant.class),
                    found.get("due", Boolean.class)))
        .orElseThrow(() -> new NotFoundException("nobody here, or nobody who was invited"));
  }

  /** Ends or gives back the portal of a client whose record is open. */
  Written end(OpenClient client, boolean ended) {
    return written(
        database
            .createNativeQuery("select end_portal(:client, :ended)", String.class)
            .setParameter("client", client.id().value())
            .setParameter("ended", ended));
  }

  private static Written written(Query query) {
    return Written.valueOf((String) query.getSingleResult());
  }

  /** Writes down how far a try came. */
  void keep(PersonId person, @Nullable String sub, @Nullable Trouble trouble) {
    NativeQuery<?> query =
        database
            .createNativeQuery("select 1 from keep_invitation(:person, :sub, :trouble)")
            .unwrap(NativeQuery.class);
    query.setParameter("person", person.value());
    query.setParameter("sub", sub, String.class);
    query.setParameter("trouble", trouble == null ? null : trouble.name(), String.class);
    query.getSingleResult();
  }

  /**
   * Ends or gives back what somebody of the staff may do here.
   *
   * @throws NotFoundException where nobody of the clinic's staff has this id
   */
  void disable(PersonId person, boolean disabled) {
    Object done =
        database
            .createNativeQuery("select disable_staff(:person, :disabled)", Boolean.class)
            .setParameter("person", person.value())
            .setParameter("disabled", disabled)
            .getSingleResult();
    if (!Boolean.TRUE.equals(done)) {
      throw new NotFoundException("nobody of this clinic's staff");
    }
  }

  private NativeQuery<Tuple> staff(String sql) {
    return typed(
        sql,
        Map.of(
            UUID.class, List.of("id"),
            String[].class, List.of("roles"),
            String.class, List.of("name", "email", "trouble"),
            Boolean.class, List.of("self"),
            Instant.class,
                List.of("disabled_at", "invited_at", "mailed_at", "accepted_at", "tried_at")));
  }

  /** A query whose columns have these types. */
  @SuppressWarnings("unchecked")
  private NativeQuery<Tuple> typed(String sql, Map<Class<?>, List<String>> columns) {
    NativeQuery<Tuple> query =
        database.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    columns.forEach((type, names) -> names.forEach(name -> query.addScalar(name, type)));
    return query;
  }

  private static @Nullable Trouble trouble(Tuple row) {
    String trouble = row.get("trouble", String.class);
    return trouble == null ? null : Trouble.valueOf(trouble);
  }
}
