package health.trellis.audit;

import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The log as a client may read it: row-level security shows what is about the client alone. */
@ApplicationScoped
class AccessLog {
  @PersistenceContext private EntityManager database;

  /** Up to {@code most} acts about this client that went through, the latest first. */
  @SuppressWarnings("unchecked")
  List<AccessEvent> acts(ClientId client, boolean own, @Nullable EventNumber after, int most) {
    NativeQuery<Tuple> query =
        database
            .createNativeQuery(
                "select e.id, e.at, e.actor_id, p.name, e.code, e.purpose,"
                    + " case when e.purpose = 'emergency' then e.reason end as reason, case"
                    + " when e.actor_id = app_person() and e.actor = app_actor() then 'SELF'"
                    + " when e.actor_id = app_person() then 'EARLIER'"
                    + " when e.role = 'THERAPIST' then was_to_client(e.actor_id, e.at)"
                    + " when e.role = 'ADMINISTRATOR' then 'ADMINISTRATOR'"
                    + " else 'SYSTEM' end as capacity"
                    + " from audit_event e left join person p on p.id = e.actor_id"
                    + " where e.client_id = :client and e.kind = 'act' and e.outcome = 'done'"
                    + " and e.entity is distinct from 'process_note'"
                    + (own
                        ? ""
                        : " and (e.actor_id is distinct from app_person() or e.actor is distinct from app_actor())")
                    + (after == null
                        ? ""
                        : " and (e.at, e.id) < (select x.at, x.id from audit_event x"
                            + " where x.id = :after)")
                    + " order by e.at desc, e.id desc limit :most",
                Tuple.class)
            .unwrap(NativeQuery.class);
    query
        .addScalar("id", Long.class)
        .addScalar("at", Instant.class)
        .addScalar("actor_id", UUID.class)
        .addScalar("name", String.class)
        .addScalar("code", String.class)
        .addScalar("purpose", String.class)
        .addScalar("reason", String.class)
        .addScalar("capacity", String.class)
        .setParameter("client", client.value())
        .setParameter("most", most);
    if (after != null) {
      query.setParameter("after", after.value());
    }
    return query.getResultList().stream().map(AccessLog::event).toList();
  }

  private static AccessEvent event(Tuple row) {
    return new AccessEvent(
        new EventNumber(row.get("id", Long.class)),
        row.get("at", Instant.class),
        row.get("actor_id", UUID.class),
        row.get("name", String.class),
        Capacity.valueOf(row.get("capacity", String.class)),
        row.get("code", String.class),
        Purpose.of(row.get("purpose", String.class)),
        row.get("reason", String.class));
  }

  /** The last check of the log that came to its end, of those that the caller may know of. */
  @SuppressWarnings("unchecked")
  Optional<LastCheck> lastCheck() {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select ended_at, findings from audit_check where ended_at is not null"
                    + " and (clinic_id is null or clinic_id = app_clinic())"
                    + " order by ended_at desc limit 1",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("ended_at", Instant.class)
            .addScalar("findings", Long.class)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new LastCheck(row.get("ended_at", Instant.class), row.get("findings", Long.class)));
  }
}
