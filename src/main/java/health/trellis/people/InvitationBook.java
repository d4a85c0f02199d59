package health.trellis.people;

import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The staff of the caller's clinic and their invitations, by functions of the database. */
@ApplicationScoped
class InvitationBook {
  @PersistenceContext private EntityManager database;

  /** All of the staff: by name, whoever is disabled last. */
  List<StaffRow> list() {
    return tuples("select * from staff_of_clinic()", List.of("id"), List.of("roles"))
        .getResultList()
        .stream()
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
        list().stream()
            .filter(row -> row.id().equals(person))
            .findFirst()
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
    String trouble = row.get("trouble", String.class);
    return new StaffRow(
        new PersonId(row.get("id", UUID.class)),
        row.get("name", String.class),
        row.get("email", String.class),
        Arrays.stream(row.get("roles", String[].class)).map(Role::valueOf).toList(),
        row.get("disabled_at", Instant.class),
        row.get("invited_at", Instant.class),
        row.get("mailed_at", Instant.class),
        row.get("accepted_at", Instant.class),
        trouble == null ? null : Trouble.valueOf(trouble),
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

  /**
   * Somebody who was invited.
   *
   * @throws NotFoundException where nobody of the clinic's staff has this id
   */
  Invitee find(PersonId person) {
    NativeQuery<Tuple> query = tuples("select * from invitation_of(:person)", List.of(), List.of());
    Tuple found =
        query
            .setParameter("person", person.value())
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFoundException("nobody of this clinic's staff"));
    return new Invitee(
        person,
        found.get("name", String.class),
        found.get("email", String.class),
        found.get("language", String.class),
        found.get("sub", String.class),
        found.get("accepted_at", Instant.class),
        found.get("disabled_at", Instant.class),
        found.get("due", Boolean.class));
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

  @SuppressWarnings("unchecked")
  private NativeQuery<Tuple> tuples(String sql, List<String> ids, List<String> lists) {
    NativeQuery<Tuple> query =
        database.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    boolean all = !ids.isEmpty();
    ids.forEach(id -> query.addScalar(id, UUID.class));
    lists.forEach(list -> query.addScalar(list, String[].class));
    List<String> moments =
        all
            ? List.of("disabled_at", "invited_at", "mailed_at", "accepted_at", "tried_at")
            : List.of("disabled_at", "accepted_at");
    moments.forEach(moment -> query.addScalar(moment, Instant.class));
    List<String> words =
        all ? List.of("name", "email", "trouble") : List.of("name", "email", "language", "sub");
    query.addScalar(all ? "self" : "due", Boolean.class);
    words.forEach(word -> query.addScalar(word, String.class));
    return query;
  }
}
