package health.trellis.thread;

import health.trellis.beliefs.BeliefTheme;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.goals.GoalStatus;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.TimeOrderedUuid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/**
 * The links of notes with beliefs and goals, each side read by one statement, as far as the
 * policies show it.
 */
@ApplicationScoped
class NoteLinkRepository {
  private static final String LINKS =
      """
      select s.starts_at, n.signed_at is null as draft, l.belief, l.goal, l.words, l.theme, l.own_theme, l.linked,
        l.told, l.status
      from session_note n
      join session s on s.id = n.session_id
      left join lateral (
        select b.id as belief, null as goal, b.words, b.theme, b.own_theme, o.linked, o.told, null as status,
          b.named_at as since
        from belief_of_note o join belief b on b.id = o.belief_id
        where o.note_id = n.id and o.client_id = n.client_id
        union all
        select null, g.id, g.words, null, null, true, false, g.status, g.proposed_at
        from note_goal o join goal g on g.id = o.goal_id
        where o.note_id = n.id and o.client_id = n.client_id and o.unlinked_at is null) l on true
      where n.client_id = :client and n.id = :note and (n.signed_at is not null or :drafts)
      order by l.since, l.belief, l.goal""";

  private static final String NOTES =
      """
      select n.id as note, s.starts_at, coalesce(n.layout ->> 'name', n.template) as form,
        state_of_note(n) as state, %s as told
      from %s l
      join session_note n on n.id = l.note_id
      join session s on s.id = n.session_id
      where l.client_id = :client and l.%s = :about and (n.signed_at is not null or :drafts)
      order by s.starts_at desc, n.id desc""";

  private static final String LINK =
      """
      insert into note_%1$s (id, clinic_id, client_id, note_id, %1$s_id, linked_at, linked_by)
      select id, app_clinic(), :client, :note, about, :now, app_person()
      from unnest(cast(:ids as uuid[]), cast(:about as uuid[])) as chosen (id, about)
      on conflict (note_id, %1$s_id) where unlinked_at is null do nothing
      returning %1$s_id as about""";

  private static final String UNLINK =
      """
      update note_%1$s set unlinked_at = :now, unlinked_by = app_person()
      where client_id = :client and note_id = :note and unlinked_at is null
        and %1$s_id in (select unnest(cast(:about as uuid[])))
      returning %1$s_id as about""";

  @PersistenceContext private EntityManager database;

  /** What a note is about; empty where the caller sees no such note. */
  Optional<NoteLinks> find(OpenClient client, NoteId note) {
    List<Tuple> rows =
        ask(LINKS)
            .addScalar("starts_at", Instant.class)
            .addScalar("draft", Boolean.class)
            .addScalar("belief", UUID.class)
            .addScalar("goal", UUID.class)
            .addScalar("words", String.class)
            .addScalar("theme", String.class)
            .addScalar("own_theme", String.class)
            .addScalar("linked", Boolean.class)
            .addScalar("told", Boolean.class)
            .addScalar("status", String.class)
            .setParameter("client", client.id().value())
            .setParameter("note", note.value())
            .setParameter("drafts", client.scope() == Scope.TREATING)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new NoteLinks(
                    first.get("starts_at", Instant.class),
                    first.get("draft", Boolean.class),
                    rows.stream()
                        .filter(row -> row.get("belief") != null)
                        .map(NoteLinkRepository::belief)
                        .toList(),
                    rows.stream()
                        .filter(row -> row.get("goal") != null)
                        .map(NoteLinkRepository::goal)
                        .toList(),
                    client.scope() == Scope.TREATING && !client.closed()));
  }

  private static LinkedBelief belief(Tuple row) {
    return new LinkedBelief(
        new BeliefId(row.get("belief", UUID.class)),
        row.get("words", String.class),
        BeliefTheme.valueOf(row.get("theme", String.class)),
        row.get("own_theme", String.class),
        row.get("linked", Boolean.class),
        row.get("told", Boolean.class));
  }

  private static LinkedGoal goal(Tuple row) {
    return new LinkedGoal(
        new GoalId(row.get("goal", UUID.class)),
        row.get("words", String.class),
        GoalStatus.valueOf(row.get("status", String.class)));
  }

  /** The notes about a belief, the latest session first. */
  List<LinkedNote> list(OpenClient client, BeliefId belief) {
    return list(client, NOTES.formatted("l.told", "belief_of_note", "belief_id"), belief);
  }

  /** The notes about a goal, the latest session first. */
  List<LinkedNote> list(OpenClient client, GoalId goal) {
    String linked = "(select * from note_goal where unlinked_at is null)";
    return list(client, NOTES.formatted("false", linked, "goal_id"), goal);
  }

  private List<LinkedNote> list(OpenClient client, String sql, Identifier about) {
    List<Tuple> rows =
        ask(sql)
            .addScalar("note", UUID.class)
            .addScalar("starts_at", Instant.class)
            .addScalar("form", String.class)
            .addScalar("state", String.class)
            .addScalar("told", Boolean.class)
            .setParameter("client", client.id().value())
            .setParameter("about", about.value())
            .setParameter("drafts", client.scope() == Scope.TREATING)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new LinkedNote(
                    new NoteId(row.get("note", UUID.class)),
                    row.get("starts_at", Instant.class),
                    row.get("form", String.class),
                    row.get("state", String.class),
                    row.get("told", Boolean.class)))
        .toList();
  }

  /** Links a note with these beliefs; answers with those that it was not linked with before. */
  Set<BeliefId> addBeliefs(OpenClient client, NoteId note, Set<BeliefId> beliefs, Instant now) {
    return add("belief", client, note, beliefs, now, BeliefId::new);
  }

  /** Undoes a note's links with these beliefs; answers with those that it was linked with. */
  Set<BeliefId> removeBeliefs(OpenClient client, NoteId note, Set<BeliefId> beliefs, Instant now) {
    return changed(ask(UNLINK.formatted("belief")), client, note, beliefs, now, BeliefId::new);
  }

  /** Links a note with these goals; answers with those that it was not linked with before. */
  Set<GoalId> addGoals(OpenClient client, NoteId note, Set<GoalId> goals, Instant now) {
    return add("goal", client, note, goals, now, GoalId::new);
  }

  /** Undoes a note's links with these goals; answers with those that it was linked with. */
  Set<GoalId> removeGoals(OpenClient client, NoteId note, Set<GoalId> goals, Instant now) {
    return changed(ask(UNLINK.formatted("goal")), client, note, goals, now, GoalId::new);
  }

  private <T extends Identifier> Set<T> add(
      String kind,
      OpenClient client,
      NoteId note,
      Set<T> about,
      Instant now,
      Function<UUID, T> named) {
    UUID[] ids = Stream.generate(TimeOrderedUuid::next).limit(about.size()).toArray(UUID[]::new);
    return changed(
        ask(LINK.formatted(kind)).setParameter("ids", ids), client, note, about, now, named);
  }

  private static <T extends Identifier> Set<T> changed(
      NativeQuery<Tuple> change,
      OpenClient client,
      NoteId note,
      Set<T> about,
      Instant now,
      Function<UUID, T> named) {
    List<Tuple> rows =
        change
            .addScalar("about", UUID.class)
            .setParameter("client", client.id().value())
            .setParameter("note", note.value())
            .setParameter("about", about.stream().map(Identifier::value).toArray(UUID[]::new))
            .setParameter("now", now)
            .getResultList();
    return rows.stream()
        .map(row -> named.apply(row.get("about", UUID.class)))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  private NativeQuery<Tuple> ask(String sql) {
    return database.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }
}
