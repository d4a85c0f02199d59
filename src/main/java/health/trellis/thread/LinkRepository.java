package health.trellis.thread;

import health.trellis.clients.OpenCaseload;
import health.trellis.clients.OpenClient;
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
      select e.item, b.id, b.words
      from evidence e join belief b on b.id = e.belief_id
      where e.client_id = :client and e.assignment_id = :assignment
      group by e.item, b.id
      order by b.named_at, b.id""";

  @PersistenceContext private EntityManager database;

  /** The beliefs about which answers to this inventory are evidence. */
  AnsweredBeliefs listAnswered(OpenClient client, AssignmentId assignment) {
    List<Tuple> rows =
        ask(ANSWERED)
            .addScalar("item", String.class)
            .addScalar("id", UUID.class)
            .addScalar("words", String.class)
            .setParameter("client", client.id().value())
            .setParameter("assignment", assignment.value())
            .getResultList();
    return new AnsweredBeliefs(
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("item", String.class),
                    Collectors.mapping(LinkRepository::belief, Collectors.toList()))));
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
