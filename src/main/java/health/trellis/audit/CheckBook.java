package health.trellis.audit;

import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The checks of the log: the program that seals does them, administrators ask for them. */
@ApplicationScoped
class CheckBook {
  @PersistenceContext private EntityManager database;

  /** The latest ones, by when they were asked for. */
  @SuppressWarnings("unchecked")
  List<CheckRow> list(int most) {
    NativeQuery<Tuple> query =
        database
            .createNativeQuery(
                "select k.asked_at, p.name, k.began_at, k.ended_at, k.batches, k.events, k.records,"
                    + " k.anchors, k.findings,"
                    + " case when k.findings > 0 then findings_of_check(k.id) end as told"
                    + " from audit_check k left join person p on p.id = k.asked_by"
                    + " where (k.clinic_id is null or k.clinic_id = app_clinic())"
                    + " order by k.asked_at desc, k.id desc limit :most",
                Tuple.class)
            .unwrap(NativeQuery.class);
    for (String moment : List.of("asked_at", "began_at", "ended_at")) {
      query.addScalar(moment, Instant.class);
    }
    for (String figure : List.of("batches", "events", "records", "anchors", "findings")) {
      query.addScalar(figure, Long.class);
    }
    query
        .addScalar("name", String.class)
        .addScalar("told", String[].class)
        .setParameter("most", most);
    return query.getResultList().stream().map(CheckBook::row).toList();
  }

  private static CheckRow row(Tuple row) {
    String[] told = row.get("told", String[].class);
    return new CheckRow(
        row.get("asked_at", Instant.class),
        row.get("name", String.class),
        row.get("began_at", Instant.class),
        row.get("ended_at", Instant.class),
        figure(row.get("batches", Long.class)),
        figure(row.get("events", Long.class)),
        figure(row.get("records", Long.class)),
        figure(row.get("anchors", Long.class)),
        figure(row.get("findings", Long.class)),
        told == null ? List.of() : List.of(told));
  }

  private static long figure(@Nullable Long counted) {
    return counted == null ? 0 : counted;
  }

  /** Asks for one, where none of the clinic's waits; says whether it did. */
  boolean ask(RequestKey key) {
    return database
            .createNativeQuery(
                "insert into audit_check (id, clinic_id, asked_by, asked_at)"
                    + " select :key, app_clinic(), app_person(), clock_timestamp() where not exists"
                    + " (select from audit_check where clinic_id = app_clinic() and ended_at is null)"
                    + " on conflict do nothing")
            .setParameter("key", key.value())
            .executeUpdate()
        == 1;
  }
}
