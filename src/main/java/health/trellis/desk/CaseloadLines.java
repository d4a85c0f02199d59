package health.trellis.desk;

import health.trellis.clients.NameKey;
import health.trellis.clients.OpenCaseload;
import health.trellis.clients.OpenClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The lines of a caseload: pages by an index, never by counting rows off. */
@ApplicationScoped
class CaseloadLines {
  @PersistenceContext private EntityManager database;

  /** Up to {@code most} lines that come after the query's client in its order. */
  List<CaseloadLine> page(OpenCaseload caseload, CaseloadQuery query, int most) {
    String column = query.sort().column();
    String beyond = query.sort().ascending() ? ">" : "<";
    String order = query.sort().ascending() ? "" : " desc";
    String prefix = NameKey.of(query.nameBegins());
    StringBuilder hql =
        new StringBuilder("select l from CaseloadLine l where l.key.therapist = :therapist");
    if (!prefix.isEmpty()) {
      hql.append(" and l.nameKey >= :low and l.nameKey < :high");
    }
    if (query.after() != null) {
      hql.append(
          " and (l.%1$s, l.key.client) %2$s (select x.%1$s, x.key.client from CaseloadLine x where x.key.therapist = :therapist and x.key.client = :after)"
              .formatted(column, beyond));
    }
    hql.append(" order by l.%1$s%2$s, l.key.client%2$s".formatted(column, order));
    TypedQuery<CaseloadLine> asked =
        database
            .createQuery(hql.toString(), CaseloadLine.class)
            .setParameter("therapist", caseload.therapist().value())
            .setMaxResults(most);
    if (!prefix.isEmpty()) {
      asked.setParameter("low", prefix).setParameter("high", NameKey.after(prefix));
    }
    if (query.after() != null) {
      asked.setParameter("after", query.after().value());
    }
    return asked.getResultList();
  }

  /** What lists show of this client to who reads; empty where it is on no caseload of theirs. */
  Optional<CaseloadLine> find(OpenClient client) {
    return database
        .createQuery(
            "select l from CaseloadLine l where l.key.client = :client", CaseloadLine.class)
        .setParameter("client", client.id().value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * What is open on a caseload, in one statement: the oldest results to review, the inventories
   * with clients that are due soonest, and the goals that wait longest to be looked at. A client
   * with more than one of them stands in it as often.
   */
  List<CaseloadLine> open(OpenCaseload caseload, LocalDate today, int most) {
    return database
        .createQuery(
            "(select l from CaseloadLine l where l.key.therapist = :therapist"
                + " and l.reviewAssignment is not null"
                + " order by l.reviewSince, l.key.client limit :most)"
                + " union all (select l from CaseloadLine l where l.key.therapist = :therapist"
                + " and l.dueOn < :never order by l.dueOn, l.key.client limit :mostDue)"
                + " union all (select l from CaseloadLine l where l.key.therapist = :therapist"
                + " and l.goalsLookOn <= :today order by l.goalsLookOn, l.key.client"
                + " limit :most)",
            CaseloadLine.class)
        .setParameter("therapist", caseload.therapist().value())
        .setParameter("never", CaseloadLine.NEVER)
        .setParameter("today", today)
        .setParameter("most", most)
        .setParameter("mostDue", 2 * most)
        .getResultList();
  }
}
