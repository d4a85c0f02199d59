package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The log as an administrator may read it: pages by an index, never by counting rows off. The
 * clinic's people, the names of who was asked for, and the acts come in one statement.
 */
@ApplicationScoped
class ReviewLog {
  private static final String SHOWN =
      "select * from audit_event where clinic_id = app_clinic() and kind = 'act'"
          + " and (entity is distinct from 'process_note' or actor_id = app_person())";

  @PersistenceContext private EntityManager database;

  /**
   * Up to {@code most} acts, the latest first.
   *
   * @throws NotFoundException where the client or person asked for is not of the clinic
   */
  ReviewPage page(ReviewFilter filter, ZoneId zone, @Nullable EventNumber after, int most) {
    Map<String, Object> given = new HashMap<>();
    String acts = acts(filter, zone, after, given);
    given.put("most", most + 1);
    return page(rows(acts, filter, given), filter, after, most);
  }

  /**
   * One of the acts that a review shows.
   *
   * @throws NotFoundException where it is none of them
   */
  ReviewRow one(EventNumber number) {
    Map<String, Object> given = new HashMap<>(Map.of("number", number.value()));
    Tuple found = rows(SHOWN + " and id = :number", ReviewFilter.ALL, given).get(0);
    if (found.get("id", Long.class) == null) {
      throw new NotFoundException("no act that the review shows");
    }
    return row(found);
  }

  private List<Tuple> rows(String acts, ReviewFilter filter, Map<String, Object> given) {
    String sql =
        "select s.ids as staff, s.names as staff_names, "
            + nameOf("client", filter.client() == null ? null : filter.client().value(), given)
            + " as of_client, "
            + nameOf("person", filter.person() == null ? null : filter.person().value(), given)
            + " as of_person, e.id, cast(e.at as timestamptz) as at, e.actor_id, p.name, e.actor,"
            + " e.role, e.code, e.action, e.purpose, e.outcome, e.client_id, c.name as client_name,"
            + " e.entity, e.entity_id,"
            + " case when e.outcome <> 'done' or e.purpose = 'emergency'"
            + " or e.actor = 'system:sign-ins' then e.reason end as reason,"
            + " case when e.actor_id is distinct from e.entity_id then a.name end as about,"
            + " e.address, e.request_id, array_remove(array[ac.id, oc.id], null) as also_named"
            + " from (select array_agg(id order by name, id) as ids,"
            + " array_agg(name order by name, id) as names from person where staff"
            + " and clinic_id = app_clinic()) s"
            + " left join lateral ("
            + acts
            + ") e on true left join person p on p.id = e.actor_id"
            + " left join client c on c.id = e.client_id"
            + " left join person a on a.id = e.entity_id and e.entity = 'person'"
            + " left join client ac on ac.person_id = e.actor_id"
            + " left join client oc on oc.person_id = a.id order by e.at desc, e.id desc";
    return query(sql, given);
  }

  /**
   * The acts themselves, by values that are bound and words that are ours. A person's are what that
   * person did, and what was seen of the account; each kind has its index.
   */
  private static String acts(
      ReviewFilter filter, ZoneId zone, @Nullable EventNumber after, Map<String, Object> given) {
    StringBuilder sql = new StringBuilder(SHOWN);
    if (filter.from() != null) {
      sql.append(" and at >= cast(:low as timestamptz)");
      given.put("low", begin(filter.from(), zone));
    }
    if (filter.until() != null) {
      sql.append(" and at < cast(:high as timestamptz)");
      given.put("high", begin(filter.until().plusDays(1), zone));
    }
    if (filter.client() != null) {
      sql.append(" and client_id = :client");
    }
    if (filter.kind() != null) {
      sql.append(" and action = '").append(filter.kind().letter()).append('\'');
    }
    if (filter.outcome() != null) {
      sql.append(" and outcome = '")
          .append(filter.outcome().name().toLowerCase(Locale.ROOT))
          .append('\'');
    }
    if (after != null) {
      sql.append(" and (at, id) < (select x.at, x.id from audit_event x where x.id = :after)");
      given.put("after", after.value());
    }
    String limited = " order by at desc, id desc limit :most";
    if (filter.person() == null) {
      return sql + limited;
    }
    return "select * from ((%1$s and actor_id = :person%2$s) union all (%1$s and entity = 'person'"
            .formatted(sql, limited)
        + " and entity_id = :person and actor_id is distinct from :person"
        + limited
        + ")) either"
        + limited;
  }

  private static String nameOf(String table, @Nullable UUID id, Map<String, Object> given) {
    if (id == null) {
      return "cast(null as text)";
    }
    given.put(table, id);
    return "(select name from %1$s where id = :%1$s and clinic_id = app_clinic())".formatted(table);
  }

  private static String begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toString();
  }

  @SuppressWarnings("unchecked")
  private List<Tuple> query(String sql, Map<String, Object> given) {
    NativeQuery<Tuple> query =
        database.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    query
        .addScalar("staff", UUID[].class)
        .addScalar("staff_names", String[].class)
        .addScalar("of_client", String.class)
        .addScalar("of_person", String.class)
        .addScalar("id", Long.class)
        .addScalar("at", Instant.class)
        .addScalar("actor_id", UUID.class)
        .addScalar("client_id", UUID.class)
        .addScalar("entity_id", UUID.class)
        .addScalar("request_id", UUID.class)
        .addScalar("also_named", UUID[].class);
    for (String text :
        List.of(
            "name",
            "actor",
            "role",
            "code",
            "action",
            "purpose",
            "outcome",
            "client_name",
            "entity",
            "about",
            "reason",
            "address")) {
      query.addScalar(text, String.class);
    }
    given.forEach(query::setParameter);
    return query.getResultList();
  }

  private static ReviewPage page(
      List<Tuple> rows, ReviewFilter filter, @Nullable EventNumber after, int most) {
    Tuple head = rows.get(0);
    String client = head.get("of_client", String.class);
    String person = head.get("of_person", String.class);
    if ((filter.client() != null && client == null)
        || (filter.person() != null && person == null)) {
      throw new NotFoundException("not of this clinic");
    }
    List<ReviewRow> acts =
        rows.stream()
            .filter(row -> row.get("id", Long.class) != null)
            .limit(most)
            .map(ReviewLog::row)
            .toList();
    return new ReviewPage(
        acts,
        people(head, filter, person),
        client,
        rows.size() > most ? acts.get(most - 1).number() : null,
        after == null);
  }

  private static List<ReviewPerson> people(
      Tuple head, ReviewFilter filter, @Nullable String chosen) {
    UUID[] ids = head.get("staff", UUID[].class);
    String[] names = head.get("staff_names", String[].class);
    List<ReviewPerson> people = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      people.add(new ReviewPerson(new PersonId(ids[i]), names[i]));
    }
    if (filter.person() != null
        && chosen != null
        && people.stream().noneMatch(each -> each.id().equals(filter.person()))) {
      people.add(new ReviewPerson(filter.person(), chosen));
    }
    return people;
  }

  private static ReviewRow row(Tuple row) {
    UUID person = row.get("actor_id", UUID.class);
    UUID client = row.get("client_id", UUID.class);
    return new ReviewRow(
        new EventNumber(row.get("id", Long.class)),
        row.get("at", Instant.class),
        person == null ? null : new PersonId(person),
        row.get("name", String.class),
        text(row, "actor"),
        text(row, "role"),
        row.get("code", String.class),
        row.get("action", String.class),
        Purpose.of(row.get("purpose", String.class)),
        Outcome.valueOf(row.get("outcome", String.class).toUpperCase(Locale.ROOT)),
        client == null ? null : new ClientId(client),
        row.get("client_name", String.class),
        row.get("entity", String.class),
        row.get("entity_id", UUID.class),
        row.get("about", String.class),
        row.get("reason", String.class),
        text(row, "address"),
        row.get("request_id", UUID.class),
        Arrays.stream(row.get("also_named", UUID[].class)).map(ClientId::new).toList());
  }

  private static String text(Tuple row, String column) {
    String text = row.get(column, String.class);
    return text == null ? "" : text;
  }
}
