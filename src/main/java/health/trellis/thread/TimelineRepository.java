package health.trellis.thread;

import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
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

/** Reads all that stands on a timeline by one statement, as far as the policies show it. */
@ApplicationScoped
class TimelineRepository {
  private static final String ENTRIES =
      """
      with entry as (
        select 'EVENT' as kind, (e.happened_on + time '12:00') at time zone :zone as at, e.id,
          e.id as opens, '' as state, e.words, cast(null as numeric) as value,
          cast(null as numeric) as before
        from life_event e where e.client_id = :client and e.withdrawn_at is null
        union all
        select 'SESSION', s.starts_at, s.id, n.id, s.attendance, s.place, s.minutes, null
        from session s left join session_note n on n.session_id = s.id and n.client_id = s.client_id
          and (n.signed_at is not null or :drafts)
        where s.client_id = :client
        union all
        select 'NOTE', coalesce(n.signed_at, n.saved_at), n.id, n.id, state_of_note(n),
          coalesce(n.layout ->> 'name', n.template), null, null
        from session_note n where n.client_id = :client and (n.signed_at is not null or :drafts)
        union all
        select 'INVENTORY', a.submitted_at, a.id, a.id, a.inventory_code, '', s.mean,
          lag(s.mean) over (partition by a.inventory_code order by a.submitted_at, a.id)
        from assignment a
        left join score s on s.assignment_id = a.id and s.headline
        where a.client_id = :client and a.submitted_at is not null
        union all
        select 'CONVICTION', c.rated_at, c.id, b.id, c.rated_as, b.words, c.conviction,
          lag(c.conviction) over (partition by b.id order by c.rated_at, c.id)
        from conviction c join belief b on b.id = c.belief_id
        where c.client_id = :client
        union all
        select 'GOAL', (r.rated_on + time '12:00') at time zone :zone, r.id, g.id,
          case when r.level is null then 'SCORE' else 'LEVEL' end, g.words, coalesce(r.level, r.score),
          lag(coalesce(r.level, r.score)) over (partition by g.id, r.scale_id, r.rated_as
            order by r.rated_on, r.id)
        from goal_rating r join goal g on g.id = r.goal_id
        where r.client_id = :client and r.withdrawn_at is null
        union all
        select 'MAP', m.moment, m.id, m.id, '', coalesce(m.remark, ''), null, null
        from support_map m where m.client_id = :client)
      select kind, at, opens, state, words, value, before from entry
      where at >= :from
      order by at desc, id desc limit :most""";

  @PersistenceContext private EntityManager database;

  /** Up to so many entries from a moment on, the latest first. */
  @SuppressWarnings("unchecked")
  List<TimelineEntry> list(OpenClient client, ZoneId zone, Instant from, int most) {
    NativeQuery<Tuple> asked =
        database.createNativeQuery(ENTRIES, Tuple.class).unwrap(NativeQuery.class);
    List<Tuple> rows =
        asked
            .addScalar("kind", String.class)
            .addScalar("at", Instant.class)
            .addScalar("opens", UUID.class)
            .addScalar("state", String.class)
            .addScalar("words", String.class)
            .addScalar("value", BigDecimal.class)
            .addScalar("before", BigDecimal.class)
            .setParameter("client", client.id().value())
            .setParameter("drafts", client.scope() == Scope.TREATING)
            .setParameter("zone", zone.getId())
            .setParameter("from", from)
            .setParameter("most", most)
            .getResultList();
    return rows.stream().map(TimelineRepository::entry).toList();
  }

  private static TimelineEntry entry(Tuple row) {
    return new TimelineEntry(
        TimelineKind.valueOf(row.get("kind", String.class)),
        row.get("at", Instant.class),
        row.get("opens", UUID.class),
        row.get("state", String.class),
        row.get("words", String.class),
        row.get("value", BigDecimal.class),
        row.get("before", BigDecimal.class));
  }
}
