package health.trellis.emergency;

import health.trellis.clients.NameKey;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.kernel.EmergencyNoticeId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Openings in an emergency, which the database alone writes: who asks it takes from the
 * transaction's context, and neither table can be reached otherwise.
 */
@ApplicationScoped
class EmergencyRegister {
  /** How many notices are told at once. */
  static final int MOST = 100;

  /** What the log calls a client named in vain. */
  static final String MISS = "EmergencyService.openNamed";

  @PersistenceContext private EntityManager database;

  /** How many clients the caller has named in vain within the last hour. */
  long missedLately() {
    return ((Number)
            database
                .createNativeQuery(
                    "select count(*) from audit_event where actor_id = app_person()"
                        + " and at > now() - interval '1 hour' and code = 'REFUSED'"
                        + " and starts_with(reason, :miss)")
                .setParameter("miss", MISS)
                .getSingleResult())
        .longValue();
  }

  /** The one client of the clinic who is called so and was born then. */
  Optional<ClientId> find(NamedDraft draft) {
    return one(database
            .createNativeQuery(
                "select found from find_in_emergency(:name, cast(:born as date)) as found",
                UUID.class)
            .setParameter("name", NameKey.of(draft.name()))
            .setParameter("born", String.valueOf(draft.birthDate())))
        .map(ClientId::new);
  }

  /**
   * Opens the record and tells who treats the client, once for each key.
   *
   * @return empty where the caller treats the client, or supervises who does
   * @throws NotFoundException where there is no such client
   */
  Optional<EmergencyAccessId> breakGlass(ClientId client, String reason, RequestKey key) {
    List<?> rows =
        database
            .createNativeQuery(
                "select access from break_glass(:id, :client, :reason, :key)", UUID.class)
            .setParameter("id", EmergencyAccessId.next().value())
            .setParameter("client", client.value())
            .setParameter("reason", reason)
            .setParameter("key", key.value())
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFoundException("no such client in this clinic");
    }
    return Optional.ofNullable((UUID) rows.get(0)).map(EmergencyAccessId::new);
  }

  /**
   * An own opening as it stands; while it is open, so is the record from now on, and that is in the
   * log.
   */
  @SuppressWarnings("unchecked")
  EmergencyAccess get(EmergencyAccessId id) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select name, cast(birth_date as text) as birth_date, email, phone, therapists, reason,"
                    + " opened_at, over_at, open from open_in_emergency(:access)",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("name", String.class)
            .addScalar("birth_date", String.class)
            .addScalar("email", String.class)
            .addScalar("phone", String.class)
            .addScalar("therapists", String[].class)
            .addScalar("reason", String.class)
            .addScalar("opened_at", Instant.class)
            .addScalar("over_at", Instant.class)
            .addScalar("open", Boolean.class)
            .setParameter("access", id.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(row -> access(id, row))
        .orElseThrow(() -> new NotFoundException("no opening of the caller's"));
  }

  private static EmergencyAccess access(EmergencyAccessId id, Tuple row) {
    String born = row.get("birth_date", String.class);
    return new EmergencyAccess(
        id,
        row.get("name", String.class),
        born == null ? null : LocalDate.parse(born),
        row.get("email", String.class),
        row.get("phone", String.class),
        List.of(row.get("therapists", String[].class)),
        row.get("reason", String.class),
        row.get("opened_at", Instant.class),
        row.get("over_at", Instant.class),
        row.get("open", Boolean.class));
  }

  /** Ends an own opening before its time; nothing where it was over. */
  void end(EmergencyAccessId id) {
    database
        .createNativeQuery("select 1 from end_emergency(:access)")
        .setParameter("access", id.value())
        .getResultList();
  }

  /** What the caller was told, what is unread first. */
  @SuppressWarnings("unchecked")
  List<EmergencyNotice> notices() {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select id, client_id, client, person, role, reason, opened_at, over_at, open, read_at"
                    + " from emergency_notices(:most)",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("id", UUID.class)
            .addScalar("client_id", UUID.class)
            .addScalar("client", String.class)
            .addScalar("person", String.class)
            .addScalar("role", String.class)
            .addScalar("reason", String.class)
            .addScalar("opened_at", Instant.class)
            .addScalar("over_at", Instant.class)
            .addScalar("open", Boolean.class)
            .addScalar("read_at", Instant.class)
            .setParameter("most", MOST)
            .getResultList();
    return rows.stream().map(EmergencyRegister::notice).toList();
  }

  private static EmergencyNotice notice(Tuple row) {
    return new EmergencyNotice(
        new EmergencyNoticeId(row.get("id", UUID.class)),
        new ClientId(row.get("client_id", UUID.class)),
        row.get("client", String.class),
        row.get("person", String.class),
        Role.valueOf(row.get("role", String.class)),
        row.get("reason", String.class),
        row.get("opened_at", Instant.class),
        row.get("over_at", Instant.class),
        row.get("open", Boolean.class),
        row.get("read_at", Instant.class));
  }

  /** The caller has read an own notice; empty where there was none unread. */
  Optional<ClientId> read(EmergencyNoticeId id) {
    return one(database
            .createNativeQuery(
                "select whose from read_emergency_notice(:notice) as whose", UUID.class)
            .setParameter("notice", id.value()))
        .map(ClientId::new);
  }

  private static Optional<UUID> one(Query query) {
    List<?> rows = query.getResultList();
    @Nullable Object first = rows.isEmpty() ? null : rows.get(0);
    return Optional.ofNullable((UUID) first);
  }
}
