package health.trellis.thread;

import health.trellis.clients.OpenClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** Reads all that was measured of a client by one statement, as far as the policies show it. */
@ApplicationScoped
class SeriesRepository {
  private static final String ROWS =
      """
      select measure, of, version, words, rater, at, value, opens from (
        select * from (
          select 'INVENTORY' as measure, a.inventory_code as of, a.inventory_version as version,
            s.scale as words, 'CLIENT' as rater, a.submitted_at as at, s.mean as value, a.id as opens,
            a.id as rank
          from score s join assignment a on a.id = s.assignment_id
          where s.client_id = :client and a.submitted_at is not null and s.mean is not null
          union all
          select 'CONVICTION', cast(b.id as text), 0, b.words, c.rated_as, c.rated_at, c.conviction,
            b.id, c.id
          from conviction c join belief b on b.id = c.belief_id
          where c.client_id = :client) each
        where at >= :from
        order by at desc, rank desc limit :most) latest
      order by at, rank""";

  @PersistenceContext private EntityManager database;

  /**
   * Which series a row belongs to.
   *
   * @param of the inventory's code, or the belief's id
   * @param words the scale's code, or the belief's words
   */
  record Name(Measure measure, String of, String words, boolean byClient) {}

  /**
   * One thing that was measured.
   *
   * @param version of the inventory; 0 for a belief
   */
  record Row(Name name, int version, SeriesPoint point) {}

  /** What was measured from a moment on, the oldest first; where there is more, the latest. */
  @SuppressWarnings("unchecked")
  List<Row> list(OpenClient client, Instant from, int most) {
    NativeQuery<Tuple> asked =
        database.createNativeQuery(ROWS, Tuple.class).unwrap(NativeQuery.class);
    List<Tuple> rows =
        asked
            .addScalar("measure", String.class)
            .addScalar("of", String.class)
            .addScalar("version", Integer.class)
            .addScalar("words", String.class)
            .addScalar("rater", String.class)
            .addScalar("at", Instant.class)
            .addScalar("value", BigDecimal.class)
            .addScalar("opens", UUID.class)
            .setParameter("client", client.id().value())
            .setParameter("from", from)
            .setParameter("most", most)
            .getResultList();
    return rows.stream().map(SeriesRepository::row).toList();
  }

  private static Row row(Tuple row) {
    return new Row(
        new Name(
            Measure.valueOf(row.get("measure", String.class)),
            row.get("of", String.class),
            row.get("words", String.class),
            "CLIENT".equals(row.get("rater", String.class))),
        row.get("version", Integer.class),
        new SeriesPoint(
            row.get("at", Instant.class),
            row.get("value", BigDecimal.class),
            row.get("opens", UUID.class)));
  }
}
