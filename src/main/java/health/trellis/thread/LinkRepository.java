package health.trellis.thread;

import health.trellis.beliefs.BeliefTheme;
import health.trellis.clients.OpenCaseload;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/**
 * The links between notes, beliefs and answers, each side read by one statement, as far as the
 * policies show it.
 */
@ApplicationScoped
class LinkRepository {
  private static final String BELIEFS =
      """
      select s.starts_at, n.signed_at is null as draft, b.id as belief, b.words, b.theme, b.own_theme,
        l.linked, l.told
      from session_note n
      join session s on s.id = n.session_id
      left join belief_of_note l on l.note_id = n.id and l.client_id = n.client_id
      left join belief b on b.id = l.belief_id
      where n.client_id = :client and n.id = :note
      order by b.named_at, b.id""";

  private static final String NOTES =
      """
      select n.id as note, s.starts_at, coalesce(n.layout ->> 'name', n.template) as form,
        state_of_note(n) as state, l.told
      from belief_of_note l
      join session_note n on n.id = l.note_id
      join session s on s.id = n.session_id
      where l.client_id = :client and l.belief_id = :belief
      order by s.starts_at desc, n.id desc""";

  private static final String ANSWERED =
      """
      select e.item, b.id as belief, b.words
      from evidence e join belief b on b.id = e.belief_id
      where e.client_id = :client and e.assignment_id = :assignment
      group by e.item, b.id
      order by b.named_at, b.id""";

  private static final String LINK =
      """
      insert into note_belief (id, clinic_id, client_id, note_id, belief_id, linked_at, linked_by)
      select id, app_clinic(), :client, :note, belief, :now, app_person()
      from unnest(cast(:ids as uuid[]), cast(:beliefs as uuid[])) as chosen (id, belief)
      on conflict (note_id, belief_id) where unlinked_at is null do nothing
      returning belief_id""";

  private static final String UNLINK =
      """
      update note_belief set unlinked_at = :now, unlinked_by = app_person()
      where client_id = :client and note_id = :note and unlinked_at is null
        and belief_id in (select unnest(cast(:beliefs as uuid[])))
      returning belief_id""";

  @PersistenceContext private EntityManager database;

  /** What a note is about; empty where the caller sees no such note. */
  Optional<NoteBeliefs> find(OpenClient client, NoteId note) {
    List<Tuple> rows =
        ask(BELIEFS)
            .addScalar("starts_at", Instant.class)
            .addScalar("draft", Boolean.class)
            .addScalar("belief", UUID.class)
            .addScalar("words", String.class)
            .addScalar("theme", String.class)
            .addScalar("own_theme", String.class)
            .addScalar("linked", Boolean.class)
            .addScalar("told", Boolean.class)
            .setParameter("client", client.id().value())
            .setParameter("note", note.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new NoteBeliefs(
                    first.get("starts_at", Instant.class),
                    first.get("draft", Boolean.class),
                    rows.stream()
                        .filter(row -> row.get("belief") != null)
                        .map(LinkRepository::belief)
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

  /** The notes of a belief, the latest session first. */
  List<LinkedNote> listNotes(OpenClient client, BeliefId belief) {
    List<Tuple> rows =
        ask(NOTES)
            .addScalar("note", UUID.class)
            .addScalar("starts_at", Instant.class)
            .addScalar("form", String.class)
            .addScalar("state", String.class)
            .addScalar("told", Boolean.class)
            .setParameter("client", client.id().value())
            .setParameter("belief", belief.value())
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

  /** The beliefs about which answers to this inventory are evidence. */
  AnsweredBeliefs listAnswered(OpenClient client, AssignmentId assignment) {
    List<Tuple> rows =
        ask(ANSWERED)
            .addScalar("item", String.class)
            .addScalar("belief", UUID.class)
            .addScalar("words", String.class)
            .setParameter("client", client.id().value())
            .setParameter("assignment", assignment.value())
            .getResultList();
    return new AnsweredBeliefs(
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("item", String.class),
                    Collectors.mapping(LinkRepository::named, Collectors.toList()))));
  }

  /** The beliefs by which a search over the notes on one of the own clients can be limited. */
  List<NamedBelief> listToSearch(OpenCaseload own, ClientId client) {
    List<Tuple> rows =
        ask("select belief_id as belief, words from beliefs_to_search(:client)")
            .addScalar("belief", UUID.class)
            .addScalar("words", String.class)
            .setParameter("client", client.value())
            .getResultList();
    return rows.stream().map(LinkRepository::named).toList();
  }

  private static NamedBelief named(Tuple row) {
    return new NamedBelief(
        new BeliefId(row.get("belief", UUID.class)), row.get("words", String.class));
  }

  /** Links a note with these beliefs; answers with those that it was not linked with before. */
  Set<BeliefId> add(OpenClient client, NoteId note, Set<BeliefId> beliefs, Instant now) {
    UUID[] ids = Stream.generate(TimeOrderedUuid::next).limit(beliefs.size()).toArray(UUID[]::new);
    return changed(ask(LINK).setParameter("ids", ids), client, note, beliefs, now);
  }

  /** Undoes a note's links with these beliefs; answers with those that it was linked with. */
  Set<BeliefId> remove(OpenClient client, NoteId note, Set<BeliefId> beliefs, Instant now) {
    return changed(ask(UNLINK), client, note, beliefs, now);
  }

  private static Set<BeliefId> changed(
      NativeQuery<Tuple> change,
      OpenClient client,
      NoteId note,
      Set<BeliefId> beliefs,
      Instant now) {
    List<Tuple> rows =
        change
            .addScalar("belief_id", UUID.class)
            .setParameter("client", client.id().value())
            .setParameter("note", note.value())
            .setParameter("beliefs", beliefs.stream().map(BeliefId::value).toArray(UUID[]::new))
            .setParameter("now", now)
            .getResultList();
    return rows.stream()
        .map(row -> new BeliefId(row.get("belief_id", UUID.class)))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  private NativeQuery<Tuple> ask(String sql) {
    return database.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }
}
