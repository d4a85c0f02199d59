package health.trellis.audit;

import health.trellis.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** What in the clinic's log of the last weeks is above a threshold, counted by the database. */
@ApplicationScoped
class UnusualLog {
  private static final String FOUND =
      """
      with opened as materialized (
        select actor_id, client_id, code, at, date_trunc('hour', at at time zone :zone) as hour
        from audit_event
        where clinic_id = app_clinic() and kind = 'act' and actor_id is not null
          and code in ('CLIENT_OPENED', 'EMERGENCY_OPENED', 'EMERGENCY_READ')
          and at >= now() - cast(:days as integer) * interval '1 day'),
      busy as (
        select actor_id, hour from opened where code <> 'EMERGENCY_OPENED'
        group by actor_id, hour having count(*) > :anHour),
      found as (
        select 'MANY_CLIENTS' as kind, actor_id, cast(null as text) as actor, min(at) as since,
          count(distinct client_id) as times
        from opened join busy using (actor_id, hour) where code <> 'EMERGENCY_OPENED'
        group by actor_id, hour
        having count(distinct client_id) > :anHour
        union all
        select 'AT_NIGHT', actor_id, null, min(at), count(*)
        from opened
        where code <> 'EMERGENCY_OPENED'
          and (extract(hour from hour) < :morning or extract(hour from hour) >= :evening)
        group by actor_id, cast(hour - :morning * interval '1 hour' as date)
        having count(*) > :aNight
        union all
        select 'EMERGENCIES', actor_id, null, min(at), count(distinct client_id)
        from opened where code = 'EMERGENCY_OPENED'
        group by actor_id
        having count(distinct client_id) > :inEmergencies
        union all
        select 'REFUSALS', actor_id, actor, min(at), count(*)
        from audit_event
        where clinic_id = app_clinic() and kind = 'act' and outcome = 'refused'
          and at >= now() - cast(:days as integer) * interval '1 day'
        group by actor_id, actor, cast(at at time zone :zone as date)
        having count(*) > :aDay)
      select f.kind, f.actor_id, p.name, coalesce(f.actor, p.sub) as actor, f.since,
        cast(f.since at time zone :zone as date) as first_day, f.times,
        cast(now() at time zone :zone as date) as today
      from found f left join person p on p.id = f.actor_id and p.clinic_id = app_clinic()
      order by f.since desc, f.kind, f.actor_id limit :most
      """;

  @PersistenceContext private EntityManager database;

  /** The latest first. */
  @SuppressWarnings("unchecked")
  List<UnusualRow> list(ZoneId zone) {
    NativeQuery<Tuple> query =
        database.createNativeQuery(FOUND, Tuple.class).unwrap(NativeQuery.class);
    query
        .addScalar("kind", String.class)
        .addScalar("actor_id", UUID.class)
        .addScalar("name", String.class)
        .addScalar("actor", String.class)
        .addScalar("since", Instant.class)
        .addScalar("first_day", LocalDate.class)
        .addScalar("times", Long.class)
        .addScalar("today", LocalDate.class)
        .setParameter("zone", zone.getId())
        .setParameter("days", UnusualLimits.DAYS)
        .setParameter("anHour", UnusualLimits.CLIENTS_AN_HOUR)
        .setParameter("morning", UnusualLimits.MORNING)
        .setParameter("evening", UnusualLimits.EVENING)
        .setParameter("aNight", UnusualLimits.OPENINGS_A_NIGHT)
        .setParameter("inEmergencies", UnusualLimits.CLIENTS_IN_EMERGENCIES)
        .setParameter("aDay", UnusualLimits.REFUSALS_A_DAY)
        .setParameter("most", UnusualLimits.SHOWN);
    return query.getResultList().stream().map(UnusualLog::row).toList();
  }

  private static UnusualRow row(Tuple row) {
    UnusualKind kind = UnusualKind.valueOf(row.get("kind", String.class));
    UUID person = row.get("actor_id", UUID.class);
    LocalDate first = row.get("first_day", LocalDate.class);
    LocalDate last =
        switch (kind) {
          case MANY_CLIENTS, REFUSALS -> first;
          case AT_NIGHT -> first.plusDays(1);
          case EMERGENCIES -> row.get("today", LocalDate.class);
        };
    return new UnusualRow(
        kind,
        person == null ? null : new PersonId(person),
        row.get("name", String.class),
        row.get("actor", String.class),
        row.get("since", Instant.class),
        first,
        last,
        row.get("times", Long.class));
  }
}
