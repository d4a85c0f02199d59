package health.trellis.thread;

import health.trellis.clients.OpenCaseload;
import health.trellis.clients.OpenClient;
import health.trellis.goals.GoalFocus;
import health.trellis.goals.GoalStatus;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/** What beliefs and goals are seen in besides notes, and what notes are searched by. */
@ApplicationScoped
class LinkRepository {
  private static final String ANSWERED =
      """
      select item, id, words, focus, status from (
        select e.item, b.id, b.words, null as focus, null as status, b.named_at as since
        from evidence e join belief b on b.id = e.belief_id
        where e.client_id = :client and e.assignment_id = :assignment
        group by e.item, b.id
        union all
        select null, g.id, g.words, g.focus, g.status, g.proposed_at
        from goal g
        where g.client_id = :client and g.focus is not null and g.status not in ('MET', 'ENDED')) each
      order by since, id""";

  @PersistenceContext private EntityManager database;

  /** What leads on from the answers to this inventory. */
  AnsweredLinks listAnswered(OpenClient client, AssignmentId assignment) {
    List<Tuple> rows =
        ask(ANSWERED)
            .addScalar("item", String.class)
            .addScalar("id", UUID.class)
            .addScalar("words", String.class)
            .addScalar("focus", String.class)
            .addScalar("status", String.class)
            .setParameter("client", client.id().value())
            .setParameter("assignment", assignment.value())
            .getResultList();
    return new AnsweredLinks(
        rows.stream()
            .filter(row -> row.get("item") != null)
            .collect(
                Collectors.groupingBy(
                    row -> row.get("item", String.class),
                    Collectors.mapping(LinkRepository::belief, Collectors.toList()))),
        rows.stream()
            .filter(row -> row.get("focus") != null)
            .map(LinkRepository::touching)
            .toList());
  }

  private static TouchingGoal touching(Tuple row) {
    return new TouchingGoal(
        new GoalId(row.get("id", UUID.class)),
        row.get("words", String.class),
        GoalFocus.valueOf(row.get("focus", String.class)),
        GoalStatus.valueOf(row.get("status", String.class)));
  }

  /** By what a search over the notes on one of the own clients can be limited. */
  SearchLimits listToSearch(OpenCaseload own, ClientId client) {
    List<Tuple> rows =
        ask("select kind, id, words from limits_to_search(:client)")
            .addScalar("kind", String.class)
            .addScalar("id", UUID.class)
            .addScalar("words", String.class)
            .setParameter("client", client.value())
            .getResultList();
    return new SearchLimits(
        of(rows, "BELIEF").map(LinkRepository::belief).toList(),
        of(rows, "GOAL").map(LinkRepository::goal).toList());
  }

  private static Stream<Tuple> of(List<Tuple> rows, String kind) {
    return rows.stream().filter(row -> row.get("kind", String.class).equals(kind));
  }

  private static NamedBelief belief(Tuple row) {
    return new NamedBelief(new BeliefId(row.get("id", UUID.class)), row.get("words", String.class));
  }

  private static NamedGoal goal(Tuple row) {
    return new NamedGoal(new GoalId(row.get("id", UUID.class)), row.get("words", String.class));
  }

  @SuppressWarnings("unchecked")
  private NativeQuery<Tuple> ask(String sql) {
    return database.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }
}
