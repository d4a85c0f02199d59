package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.SupporterId;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * What those and that are called which a goal names by their ids, as far as the policies show it:
 * people, the belief that it works against, and who is part of it. It needs the client's key.
 */
@ApplicationScoped
class GoalNames {
  private static final String CALLED =
      """
      select id, name as words from person where id = any (cast(:people as uuid[]))
        and (staff or id = app_person())
      union all
      select id, words from belief where client_id = :client and id = cast(:belief as uuid)
      union all
      (select supporter_id, alias from supporter_state
       where client_id = :client and supporter_id = cast(:supporter as uuid) and (:staff or shares_support())
       order by number desc limit 1)""";

  private static final String CHANGES =
      """
      select c.status, c.changed_at, c.changed_as, c.reason, p.name as by
      from goal_change c left join person p on p.id = c.changed_by and (p.staff or p.id = app_person())
      where c.client_id = :client and c.goal_id = :goal order by c.changed_at, c.id""";

  private static final String BELIEFS =
      "select id, words from belief where client_id = :client order by named_at, id";

  private static final String SUPPORTERS =
      """
      select s.supporter_id as id, s.alias as words
      from supporter p
      cross join lateral (select t.* from supporter_state t
        where t.supporter_id = p.id order by t.number desc limit 1) s
      where p.client_id = :client and (s.on_map or p.id = cast(:kept as uuid))
      order by s.circle, s.angle, p.id""";

  @PersistenceContext private EntityManager database;

  /** What these people, and the belief and the supporter of that goal, are called, by their ids. */
  Map<UUID, String> of(OpenClient client, Collection<PersonId> people, GoalDraft goal) {
    List<Tuple> rows =
        ask(CALLED)
            .addScalar("id", UUID.class)
            .addScalar("words", String.class)
            .setParameter("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
            .setParameter("client", client.id().value())
            .setParameter("staff", client.scope() != Scope.OWN)
            .setParameter("belief", Objects.toString(goal.belief(), null))
            .setParameter("supporter", Objects.toString(goal.supporter(), null))
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("id", UUID.class), row -> row.get("words", String.class)));
  }

  /** How a goal came to stand as it does, the first change first. */
  List<GoalChangeView> changes(OpenClient client, GoalId goal) {
    List<Tuple> rows =
        ask(CHANGES)
            .addScalar("status", String.class)
            .addScalar("changed_at", Instant.class)
            .addScalar("changed_as", String.class)
            .addScalar("reason", String.class)
            .addScalar("by", String.class)
            .setParameter("client", client.id().value())
            .setParameter("goal", goal.value())
            .getResultList();
    return rows.stream().map(row -> change(client, row)).toList();
  }

  private static GoalChangeView change(OpenClient client, Tuple row) {
    Role as = Role.valueOf(row.get("changed_as", String.class));
    String by = row.get("by", String.class);
    return new GoalChangeView(
        GoalStatus.valueOf(row.get("status", String.class)),
        row.get("changed_at", Instant.class),
        as == Role.CLIENT || by == null ? client.name() : by,
        as,
        row.get("reason", String.class));
  }

  /** The beliefs that a goal could work against, the first named first. */
  List<AgainstBelief> beliefs(OpenClient client) {
    List<Tuple> rows =
        ask(BELIEFS)
            .addScalar("id", UUID.class)
            .addScalar("words", String.class)
            .setParameter("client", client.id().value())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new AgainstBelief(
                    new BeliefId(row.get("id", UUID.class)), row.get("words", String.class)))
        .toList();
  }

  /**
   * Who could be part of a goal: the people on the map, from the closest circle outwards.
   *
   * @param kept who is part of it already, on the map or not; null without
   */
  List<InvolvedSupporter> supporters(OpenClient client, @Nullable SupporterId kept) {
    List<Tuple> rows =
        ask(SUPPORTERS)
            .addScalar("id", UUID.class)
            .addScalar("words", String.class)
            .setParameter("client", client.id().value())
            .setParameter("kept", Objects.toString(kept, null))
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new InvolvedSupporter(
                    new SupporterId(row.get("id", UUID.class)), row.get("words", String.class)))
        .toList();
  }

  /** Holds the map against every change of who is on it, until the transaction ends. */
  void holdMap(OpenClient client) {
    database
        .createNativeQuery("select hold_support_map(:client) as at", Instant.class)
        .setParameter("client", client.id().value())
        .getSingleResult();
  }

  @SuppressWarnings("unchecked")
  private NativeQuery<Tuple> ask(String sql) {
    return database.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }
}
