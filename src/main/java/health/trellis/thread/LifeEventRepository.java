package health.trellis.thread;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.LifeEventId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Life events as they are stored. */
@ApplicationScoped
class LifeEventRepository {
  @PersistenceContext private EntityManager database;

  void add(OpenClient client, LifeEvent event) {
    database.persist(event);
  }

  LifeEvent get(OpenClient client, LifeEventId id) {
    return get(client, id, LockModeType.NONE);
  }

  /** The event, held against every other change until the transaction ends. */
  LifeEvent getForChange(OpenClient client, LifeEventId id) {
    return get(client, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private LifeEvent get(OpenClient client, LifeEventId id, LockModeType lock) {
    return database
        .createQuery(
            "select e from LifeEvent e where e.client = :client and e.id = :id", LifeEvent.class)
        .setParameter("client", client.id())
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such life event of this client"));
  }

  /** Whether this request noted one already. */
  boolean noted(OpenClient client, RequestKey key) {
    return !database
        .createQuery(
            "select e.id from LifeEvent e where e.client = :client and e.requestKey = :key")
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultList()
        .isEmpty();
  }
}
