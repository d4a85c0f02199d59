package health.trellis.thread;

import health.trellis.clients.OpenClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
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
          where c.client_id = :client
          union all
          select case when r.level is null then 'GOAL' else 'ATTAINMENT' end, cast(g.id as text), 0,
            g.words, r.rated_as, (r.rated_on + time '12:00') at time zone :zone,
            coalesce(r.level, r.score), g.id, r.id
          from goal_rating r join goal g on g.id = r.goal_id
          where r.client_id = :client and r.withdrawn_at is null
          union all
          select 'SUPPORT', counted.what, 0, counted.what, 'THERAPIST', m.moment, counted.many, m.id, m.id
          from support_map m
          cross join lateral (
            select count(*) as size, count(*) filter (where gives <> '{}' and receives <> '{}') as mutual,
              count(*) filter (where would_ask >= 6) as asked
            from (select distinct on (s.supporter_id) s.* from supporter_state s
              where s.client_id = m.client_id and s.written_at <= m.moment
              order by s.supporter_id, s.number desc) known
            where known.on_map) there
          cross join lateral (values ('SIZE', there.size), ('MUTUAL', there.mutual), ('ASKED', there.asked))
            as counted (what, many)
          where m.client_id = :client) each
        where at >= :from
        order by at desc, rank desc, of desc limit :most) latest
      order by at, rank, of""";

  @PersistenceContext private EntityManager database;

  /**
   * Which series a row belongs to.
   *
   * @param of the inventory's code, the belief's or the goal's id, or what is counted
   * @param words the scale's code, the belief's or the goal's words, or what is counted
   */
  record Name(Measure measure, String of, String words, boolean byClient) {}

  /**
   * One thing that was measured.
   *
   * @param version of the inventory; 0 for all others
   */
  record Row(Name name, int version, SeriesPoint point) {}

  /** What was measured from a moment on, the oldest first; where there is more, the latest. */
  @SuppressWarnings("unchecked")
  List<Row> list(OpenClient client, ZoneId zone, Instant from, int most) {
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
            .setParameter("zone", zone.getId())
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
