package health.trellis.inventory;

import health.trellis.audit.Act;
import health.trellis.audit.Recording;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ConflictException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** Answers and scores as they are stored. */
@ApplicationScoped
class AnswerRepository {
  /**
   * One statement saves an answer and records that: only while the assignment is open (it is held
   * so until the commit), and only once for each key, so that a retry changes nothing and is
   * answered alike. The last eight keys are kept: a browser has one change of an item under way.
   */
  private static final String SAVE =
      """
      with open as (
        select a.id, a.client_id, a.clinic_id from assignment a
        where a.id = :assignment and a.client_id = :client
          and a.submitted_at is null and a.withdrawn_at is null for share),
      saved as (
        insert into answer as g (clinic_id, client_id, assignment_id, item, value, declined, answered_at, keys)
        select clinic_id, client_id, id, :item, cast(:value as smallint), :declined, :now, array[cast(:key as uuid)]
        from open
        on conflict (assignment_id, item) do update set
          value = case when excluded.keys[1] = any (g.keys) then g.value else excluded.value end,
          declined = case when excluded.keys[1] = any (g.keys) then g.declined else excluded.declined end,
          answered_at = case when excluded.keys[1] = any (g.keys) then g.answered_at else excluded.answered_at end,
          keys = case when excluded.keys[1] = any (g.keys) then g.keys
            else excluded.keys || g.keys[1:7] end
        returning value, declined, answered_at),
      %s
      select cast(s.value as integer) as value, s.declined, s.answered_at,
        (select count(*) from answer o where o.assignment_id = :assignment and o.item <> :item
          and (o.value is not null or o.declined)) as others
      from saved s
      """
          .formatted(Recording.CLAUSE);

  @PersistenceContext private EntityManager database;

  @SuppressWarnings("unchecked")
  SavedAnswer save(
      OpenClient client,
      AssignmentId assignment,
      Inventory inventory,
      ItemCode item,
      AnswerChange change,
      Instant now) {
    List<Tuple> rows =
        new Recording(Act.ANSWER_SAVED, client.id(), assignment)
            .in(database.createNativeQuery(SAVE, Tuple.class))
            .setParameter("assignment", assignment.value())
            .setParameter("client", client.id().value())
            .setParameter("item", item.value())
            .setParameter("value", change.value() == null ? null : change.value().toString())
            .setParameter("declined", change.declined())
            .setParameter("now", now)
            .setParameter("key", change.key())
            .unwrap(NativeQuery.class)
            .addScalar("value", Integer.class)
            .addScalar("declined", Boolean.class)
            .addScalar("answered_at", Instant.class)
            .addScalar("others", Long.class)
            .getResultList();
    if (rows.isEmpty()) {
      throw new ConflictException("conflict.submitted");
    }
    Tuple row = rows.get(0);
    Integer value = row.get("value", Integer.class);
    boolean declined = row.get("declined", Boolean.class);
    int others = row.get("others", Long.class).intValue();
    return new SavedAnswer(
        item,
        value,
        declined,
        row.get("answered_at", Instant.class),
        value != null || declined ? others + 1 : others,
        inventory.items().size());
  }

  Map<ItemCode, GivenAnswer> list(OpenClient client, AssignmentId assignment) {
    return listOf(client, List.of(assignment)).getOrDefault(assignment, Map.of());
  }

  /** The answers of several assignments, in one statement. */
  Map<AssignmentId, Map<ItemCode, GivenAnswer>> listOf(
      OpenClient client, Collection<AssignmentId> assignments) {
    return database
        .createQuery(
            "select g from StoredAnswer g where g.client = :client"
                + " and g.key.assignment in (:assignments)",
            StoredAnswer.class)
        .setParameter("client", client.id())
        .setParameter("assignments", assignments.stream().map(AssignmentId::value).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                answer -> new AssignmentId(answer.assignment()),
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    answers ->
                        answers.stream()
                            .map(StoredAnswer::given)
                            .collect(Collectors.toMap(GivenAnswer::item, Function.identity())))));
  }

  /** Keeps what the instrument's version gave, and that it was sent, in one statement. */
  void addScores(OpenClient client, AssignmentId assignment, Inventory inventory, Scores scores) {
    List<Score> all = scores.all();
    String total = inventory.total().map(scale -> scale.code().value()).orElse("");
    new Recording(Act.INVENTORY_SUBMITTED, client.id(), assignment)
        .in(
            database.createNativeQuery(
                "with "
                    + Recording.CLAUSE
                    + " insert into score (clinic_id, client_id, assignment_id, scale, raw, mean, prorated,"
                    + " answered, items, scorable, band, headline)"
                    + " select app_clinic(), :client, :assignment, scale, raw, mean, prorated, answered,"
                    + " items, raw is not null, band, scale = :total"
                    + " from unnest(cast(:scales as text[]), cast(:raws as numeric[]),"
                    + " cast(:means as numeric[]), cast(:prorateds as boolean[]),"
                    + " cast(:answereds as smallint[]), cast(:itemss as smallint[]),"
                    + " cast(:bands as text[]))"
                    + " as given (scale, raw, mean, prorated, answered, items, band)"))
        .setParameter("client", client.id().value())
        .setParameter("assignment", assignment.value())
        .setParameter("total", total)
        .setParameter("scales", all.stream().map(s -> s.scale().value()).toArray(String[]::new))
        .setParameter("raws", all.stream().map(Score::raw).toArray(BigDecimal[]::new))
        .setParameter("means", all.stream().map(Score::mean).toArray(BigDecimal[]::new))
        .setParameter("prorateds", all.stream().map(Score::prorated).toArray(Boolean[]::new))
        .setParameter("answereds", all.stream().map(Score::answered).toArray(Integer[]::new))
        .setParameter("itemss", all.stream().map(Score::items).toArray(Integer[]::new))
        .setParameter(
            "bands",
            all.stream().map(s -> s.band() == null ? null : s.band().code()).toArray(String[]::new))
        .executeUpdate();
  }

  /** Every score of this client that the reader may see, by assignment. */
  Map<AssignmentId, List<StoredScore>> listScores(OpenClient client) {
    return database
        .createQuery(
            "select s from StoredScore s where s.client = :client and (:staff = true or exists"
                + " (select 1 from Assignment a where a.id.value = s.key.assignment"
                + " and a.releasedAt is not null))",
            StoredScore.class)
        .setParameter("client", client.id())
        .setParameter("staff", client.scope() != Scope.OWN)
        .getResultStream()
        .collect(Collectors.groupingBy(score -> new AssignmentId(score.assignment())));
  }
}
