package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Notes and what was added to them, as they are stored. */
@ApplicationScoped
class NoteRepository {
  /** A draft is for those who treat the client, whatever the policies show. */
  private static final String SEEN = " and (n.signedAt is not null or :drafts = true)";

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

  /** Stores it at once, since that is what makes the note a draft again. */
  void add(OpenClient client, NoteReturn sent) {
    database.persist(sent);
    database.flush();
  }

  SessionNote get(OpenClient client, NoteId id) {
    return find(client, id, LockModeType.NONE).orElseThrow(NoteRepository::missing);
  }

  /** The note, held against every other change until the transaction ends. */
  SessionNote getForChange(OpenClient client, NoteId id) {
    return findForChange(client, id).orElseThrow(NoteRepository::missing);
  }

  /** The same; empty as well where it is there and the caller may change nothing of it. */
  Optional<SessionNote> findForChange(OpenClient client, NoteId id) {
    return find(client, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private static NotFoundException missing() {
    return new NotFoundException("no such note of this client");
  }

  private Optional<SessionNote> find(OpenClient client, NoteId id, LockModeType lock) {
    return database
        .createQuery(
            "select n from SessionNote n where n.client = :client and n.id = :id" + SEEN,
            SessionNote.class)
        .setParameter("client", client.id())
        .setParameter("drafts", seesDrafts(client))
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
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

  /** What the client's notes are called, the latest session first. */
  List<NoteTitle> listTitles(OpenClient client) {
    return database
        .createQuery(
            "select n.id as id, s.startsAt as at, case when n.signedAt is null then true else false end as draft"
                + " from SessionNote n join Session s on s.id = n.session"
                + " where n.client = :client"
                + SEEN
                + " order by s.startsAt desc, n.id.value desc",
            Tuple.class)
        .setParameter("client", client.id())
        .setParameter("drafts", seesDrafts(client))
        .getResultStream()
        .map(
            row ->
                new NoteTitle(
                    row.get("id", NoteId.class),
                    row.get("at", Instant.class),
                    row.get("draft", Boolean.class)))
        .toList();
  }

  /** At most so many of the notes on the sessions in this time, the earliest session first. */
  List<SessionNote> list(OpenClient client, Instant from, Instant before, int most) {
    return database
        .createQuery(
            "select n from SessionNote n join Session s on s.id = n.session"
                + " where n.client = :client and s.startsAt >= :from and s.startsAt < :before"
                + SEEN
                + " order by s.startsAt, n.id.value",
            SessionNote.class)
        .setParameter("client", client.id())
        .setParameter("drafts", seesDrafts(client))
        .setParameter("from", from)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }

  /** At most so many of the signed notes, the latest session first. */
  List<SessionNote> listSigned(OpenClient client, int most) {
    return database
        .createQuery(
            "select n from SessionNote n join Session s on s.id = n.session"
                + " where n.client = :client and n.signedAt is not null"
                + " order by s.startsAt desc, n.id.value desc",
            SessionNote.class)
        .setParameter("client", client.id())
        .setMaxResults(most)
        .getResultList();
  }

  private TypedQuery<SessionNote> newestFirst(OpenClient client) {
    return database
        .createQuery(
            "select n from SessionNote n where n.client = :client"
                + SEEN
                + " order by n.createdAt desc",
            SessionNote.class)
        .setParameter("client", client.id())
        .setParameter("drafts", seesDrafts(client));
  }

  private static boolean seesDrafts(OpenClient client) {
    return client.scope() == Scope.TREATING;
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

  /** What was added to these notes, in the order in which it was. */
  List<NoteAddendum> listAddenda(OpenClient client, Collection<NoteId> notes) {
    return database
        .createQuery(
            "select a from NoteAddendum a where a.client = :client and a.note in (:notes)"
                + " order by a.addedAt, a.id.value",
            NoteAddendum.class)
        .setParameter("client", client.id())
        .setParameter("notes", notes)
        .getResultList();
  }

  /** Each time a note was sent back, the first one first. */
  List<NoteReturn> listReturns(OpenClient client, NoteId note) {
    return database
        .createQuery(
            "select r from NoteReturn r where r.client = :client and r.note = :note"
                + " order by r.returnedAt, r.id.value",
            NoteReturn.class)
        .setParameter("client", client.id())
        .setParameter("note", note)
        .getResultList();
  }

  /** Whether the caller supervises this author, who is in training. */
  boolean cosignsFor(OpenClient client, PersonId author) {
    return Boolean.TRUE.equals(
        database
            .createNativeQuery("select cosigns_for(:author)", Boolean.class)
            .setParameter("author", author.value())
            .getSingleResult());
  }
}
