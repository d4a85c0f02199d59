package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The log as a therapist may read it. A function of the database finds the clients in care and
 * their acts, since no policy shows more than one client at a time.
 */
@ApplicationScoped
class WorkLog {
  @PersistenceContext private EntityManager database;

  /**
   * Up to {@code most} acts, the latest first, and the clients to choose from, in one statement.
   *
   * @throws NotFoundException where the client asked for is not in the caller's care
   */
  @SuppressWarnings("unchecked")
  WorkLogPage page(WorkLogFilter filter, ZoneId zone, @Nullable EventNumber after, int most) {
    ClientId client = filter.client();
    NativeQuery<Tuple> query =
        database
            .createNativeQuery(
                "select s.ids, s.names, e.* from (select array_agg(id order by name, id) as ids,"
                    + " array_agg(name order by name, id) as names from clients_in_care()) s"
                    + " left join lateral acts_in_care(cast(:client as uuid), :own, :others,"
                    + " cast(:low as timestamptz), cast(:high as timestamptz),"
                    + " cast(:after as bigint), :most) e on true order by e.at desc, e.id desc",
                Tuple.class)
            .unwrap(NativeQuery.class);
    query
        .addScalar("ids", UUID[].class)
        .addScalar("names", String[].class)
        .addScalar("id", Long.class)
        .addScalar("at", Instant.class)
        .addScalar("own", Boolean.class)
        .addScalar("client_id", UUID.class);
    Stream.of("name", "role", "code", "outcome", "purpose", "reason", "client_name")
        .forEach(text -> query.addScalar(text, String.class));
    query
        .setParameter("client", client == null ? null : client.toString(), String.class)
        .setParameter("own", filter.whose() != Whose.OTHERS)
        .setParameter("others", filter.whose() != Whose.OWN)
        .setParameter("low", begin(filter.from(), zone), String.class)
        .setParameter(
            "high",
            begin(filter.until() == null ? null : filter.until().plusDays(1), zone),
            String.class)
        .setParameter("after", after == null ? null : after.toString(), String.class)
        .setParameter("most", most + 1);
    return page(query.getResultList(), client, after, most);
  }

  private static @Nullable String begin(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant().toString();
  }

  private static WorkLogPage page(
      List<Tuple> rows, @Nullable ClientId asked, @Nullable EventNumber after, int most) {
    List<ReviewClient> clients = clients(rows.get(0));
    if (asked != null && clients.stream().noneMatch(each -> each.id().equals(asked))) {
      throw new NotFoundException("not in the caller's care");
    }
    List<WorkLogRow> acts =
        rows.stream()
            .filter(row -> row.get("id", Long.class) != null)
            .limit(most)
            .map(WorkLog::row)
            .toList();
    return new WorkLogPage(
        acts, clients, rows.size() > most ? acts.get(most - 1).number() : null, after == null);
  }

  private static List<ReviewClient> clients(Tuple head) {
    UUID[] ids = head.get("ids", UUID[].class);
    String[] names = head.get("names", String[].class);
    List<ReviewClient> clients = new ArrayList<>();
    for (int i = 0; ids != null && i < ids.length; i++) {
      clients.add(new ReviewClient(new ClientId(ids[i]), names[i]));
    }
    return clients;
  }

  private static WorkLogRow row(Tuple row) {
    UUID client = row.get("client_id", UUID.class);
    String role = row.get("role", String.class);
    return new WorkLogRow(
        new EventNumber(row.get("id", Long.class)),
        row.get("at", Instant.class),
        row.get("own", Boolean.class),
        row.get("name", String.class),
        role == null ? "" : role,
        row.get("code", String.class),
        Outcome.valueOf(row.get("outcome", String.class).toUpperCase(Locale.ROOT)),
        Purpose.of(row.get("purpose", String.class)),
        client == null ? null : new ClientId(client),
        row.get("client_name", String.class),
        row.get("reason", String.class));
  }
}
