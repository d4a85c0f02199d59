package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.ProcessNoteId;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Process notes as they are stored, each asked for by its author alone. */
@ApplicationScoped
class ProcessNoteRepository {
  private static final String OWN = " n where n.client = :client and n.author = :author";

  @PersistenceContext private EntityManager database;

  void add(OpenClient client, ProcessNote note) {
    database.persist(note);
  }

  /** Writes a change at once, so that its version is the one that stands from now on. */
  void save(OpenClient client, ProcessNote note) {
    database.flush();
  }

  ProcessNote get(OpenClient client, PersonId author, ProcessNoteId id) {
    return get(client, author, id, LockModeType.NONE);
  }

  /** The note, held against every other change until the transaction ends. */
  ProcessNote getForChange(OpenClient client, PersonId author, ProcessNoteId id) {
    return get(client, author, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private ProcessNote get(OpenClient client, PersonId author, ProcessNoteId id, LockModeType lock) {
    return database
        .createQuery("select n from ProcessNote" + OWN + " and n.id = :id", ProcessNote.class)
        .setParameter("client", client.id())
        .setParameter("author", author)
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such process note of this author"));
  }

  /** The note that this request began already, or else one that was begun and never written. */
  Optional<ProcessNoteId> findBegun(OpenClient client, PersonId author, RequestKey key) {
    return database
        .createQuery(
            "select n.id from ProcessNote"
                + OWN
                + " and (n.requestKey = :key or n.lastKey is null)"
                + " order by case when n.requestKey = :key then 0 else 1 end, n.begunAt",
            ProcessNoteId.class)
        .setParameter("client", client.id())
        .setParameter("author", author)
        .setParameter("key", key)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** When each was begun and saved last, the last begun first; no text is read. */
  List<ProcessNoteRow> list(OpenClient client, PersonId author) {
    return database
        .createQuery(
            "select new health.trellis.notes.ProcessNoteRow(n.id, n.begunAt, n.savedAt,"
                + " case when n.lastKey is null then false else true end) from ProcessNote"
                + OWN
                + " order by n.begunAt desc, n.id.value desc",
            ProcessNoteRow.class)
        .setParameter("client", client.id())
        .setParameter("author", author)
        .getResultList();
  }
}
