package health.trellis.inventory;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** Assignments and the inventories that a clinic uses, as they are stored. */
@ApplicationScoped
class AssignmentRepository {
  @PersistenceContext private EntityManager database;

  void add(OpenClient client, Assignment assignment) {
    database.persist(assignment);
    database.flush();
  }

  Assignment get(OpenClient client, AssignmentId id) {
    return get(client, id, LockModeType.NONE);
  }

  /** The assignment, held against every other change until the transaction ends. */
  Assignment getForChange(OpenClient client, AssignmentId id) {
    return get(client, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Assignment get(OpenClient client, AssignmentId id, LockModeType lock) {
    return database
        .createQuery(
            "select a from Assignment a where a.client = :client and a.id = :id", Assignment.class)
        .setParameter("client", client.id())
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such assignment of this client"));
  }

  Optional<AssignmentId> findByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select a.id from Assignment a where a.client = :client and a.requestKey = :key",
            AssignmentId.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** An assignment with what a list says of its answers. */
  record Listed(Assignment assignment, int answered) {}

  /** The client's assignments that were not withdrawn, newest first. */
  List<Listed> list(OpenClient client) {
    return database
        .createQuery(
            "select a as a, (select count(*) from StoredAnswer g where g.key.assignment = a.id.value"
                + " and (g.value is not null or g.declined)) as answered"
                + " from Assignment a where a.client = :client and a.withdrawnAt is null"
                + " order by a.assignedAt desc",
            Tuple.class)
        .setParameter("client", client.id())
        .getResultStream()
        .map(
            row ->
                new Listed(
                    row.get("a", Assignment.class), row.get("answered", Long.class).intValue()))
        .toList();
  }

  /** What the client submitted. */
  List<Assignment> listSubmitted(OpenClient client) {
    return database
        .createQuery(
            "select a from Assignment a where a.client = :client and a.submittedAt is not null",
            Assignment.class)
        .setParameter("client", client.id())
        .getResultList();
  }

  /** What was released to the client. */
  List<Assignment> listReleased(OpenClient client) {
    return database
        .createQuery(
            "select a from Assignment a where a.client = :client and a.releasedAt is not null",
            Assignment.class)
        .setParameter("client", client.id())
        .getResultList();
  }

  /** Notes the first use of an instrument's version in the clinic, and holds later ones to it. */
  void use(OpenClient client, Inventory inventory) {
    List<?> used =
        database
            .createNativeQuery(
                "select fingerprint from inventory_use where clinic_id = app_clinic() and code = :code"
                    + " and inventory_version = :version and language = :language",
                String.class)
            .setParameter("code", inventory.code().value())
            .setParameter("version", inventory.version())
            .setParameter("language", inventory.language())
            .getResultList();
    if (used.isEmpty()) {
      database
          .createNativeQuery(
              "insert into inventory_use (clinic_id, code, inventory_version, language, fingerprint)"
                  + " values (app_clinic(), :code, :version, :language, :fingerprint)"
                  + " on conflict do nothing")
          .setParameter("code", inventory.code().value())
          .setParameter("version", inventory.version())
          .setParameter("language", inventory.language())
          .setParameter("fingerprint", inventory.fingerprint())
          .executeUpdate();
    } else if (!inventory.fingerprint().equals(used.get(0))) {
      throw new IllegalStateException("the inventory is not the one this clinic used");
    }
  }
}
