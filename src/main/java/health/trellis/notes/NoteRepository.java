package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notes and what was added to them, as they are stored. */
@ApplicationScoped
class NoteRepository {
  @PersistenceContext private EntityManager database;

  void add(OpenClient client, SessionNote note) {
    database.persist(note);
  }

  void add(OpenClient client, NoteAddendum addendum) {
    database.persist(addendum);
  }

  /** Writes a change at once, so that its version is the one that stands from now on. */
  void save(OpenClient client, SessionNote note) {
    database.flush();
  }

  SessionNote get(OpenClient client, NoteId id) {
    return get(client, id, LockModeType.NONE);
  }

  /** The note, held against every other change until the transaction ends. */
  SessionNote getForChange(OpenClient client, NoteId id) {
    return get(client, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private SessionNote get(OpenClient client, NoteId id, LockModeType lock) {
    return database
        .createQuery(
            "select n from SessionNote n where n.client = :client and n.id = :id",
            SessionNote.class)
        .setParameter("client", client.id())
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such note of this client"));
  }

  Optional<SessionNote> findOf(OpenClient client, SessionId session) {
    return database
        .createQuery(
            "select n from SessionNote n where n.client = :client and n.session = :session",
            SessionNote.class)
        .setParameter("client", client.id())
        .setParameter("session", session)
        .getResultStream()
        .findFirst();
  }

  /** The client's note that was begun last. */
  Optional<SessionNote> findLast(OpenClient client) {
    return newestFirst(client).setMaxResults(1).getResultStream().findFirst();
  }

  /** The client's notes, the last begun first. */
  List<SessionNote> list(OpenClient client) {
    return newestFirst(client).getResultList();
  }

  private TypedQuery<SessionNote> newestFirst(OpenClient client) {
    return database
        .createQuery(
            "select n from SessionNote n where n.client = :client order by n.createdAt desc",
            SessionNote.class)
        .setParameter("client", client.id());
  }

  boolean added(OpenClient client, RequestKey key) {
    return !database
        .createQuery(
            "select a.id from NoteAddendum a where a.client = :client and a.requestKey = :key")
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultList()
        .isEmpty();
  }

  /** What was added to a note, in the order in which it was. */
  List<NoteAddendum> listAddenda(OpenClient client, NoteId note) {
    return database
        .createQuery(
            "select a from NoteAddendum a where a.client = :client and a.note = :note"
                + " order by a.addedAt, a.id.value",
            NoteAddendum.class)
        .setParameter("client", client.id())
        .setParameter("note", note)
        .getResultList();
  }

  /** The names of those who wrote, by their ids. */
  @SuppressWarnings("unchecked")
  Map<PersonId, String> names(OpenClient client, Collection<PersonId> people) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select id, name from person where id = any (cast(:people as uuid[]))", Tuple.class)
            .setParameter("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> new PersonId(row.get("id", UUID.class)),
                row -> row.get("name", String.class)));
  }
}
