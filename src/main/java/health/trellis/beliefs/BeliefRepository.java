package health.trellis.beliefs;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Beliefs and how they were rated, as they are stored. */
@ApplicationScoped
class BeliefRepository {
  @PersistenceContext private EntityManager database;

  void add(OpenClient client, Belief belief) {
    database.persist(belief);
  }

  void add(OpenClient client, Conviction rating) {
    database.persist(rating);
  }

  void add(OpenClient client, Experiment experiment) {
    database.persist(experiment);
  }

  void add(OpenClient client, Evidence evidence) {
    database.persist(evidence);
  }

  Belief get(OpenClient client, BeliefId id) {
    return get(client, id, LockModeType.NONE);
  }

  /** The belief, held against every other change until the transaction ends. */
  Belief getForChange(OpenClient client, BeliefId id) {
    return get(client, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Belief get(OpenClient client, BeliefId id, LockModeType lock) {
    return database
        .createQuery("select b from Belief b where b.client = :client and b.id = :id", Belief.class)
        .setParameter("client", client.id())
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such belief of this client"));
  }

  /** The belief that this request named already. */
  Optional<BeliefId> findByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select b.id from Belief b where b.client = :client and b.requestKey = :key",
            BeliefId.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** The client's beliefs, the first named first. */
  List<Belief> list(OpenClient client) {
    return database
        .createQuery(
            "select b from Belief b where b.client = :client order by b.namedAt, b.id.value",
            Belief.class)
        .setParameter("client", client.id())
        .getResultList();
  }

  boolean rated(OpenClient client, RequestKey key) {
    return !database
        .createQuery(
            "select c.id from Conviction c where c.client = :client and c.requestKey = :key")
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultList()
        .isEmpty();
  }

  /** How these beliefs were rated, oldest first. */
  Map<BeliefId, List<Conviction>> ratings(OpenClient client, Collection<BeliefId> beliefs) {
    return database
        .createQuery(
            "select c from Conviction c where c.client = :client and c.belief in (:beliefs)"
                + " order by c.ratedAt, c.id.value",
            Conviction.class)
        .setParameter("client", client.id())
        .setParameter("beliefs", beliefs)
        .getResultStream()
        .collect(Collectors.groupingBy(Conviction::belief));
  }

  /** The experiment that this request planned already. */
  Optional<ExperimentId> findExperimentByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select e.id from Experiment e where e.client = :client and e.requestKey = :key",
            ExperimentId.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  Experiment get(OpenClient client, BeliefId belief, ExperimentId id) {
    return get(client, belief, id, LockModeType.NONE);
  }

  /** The experiment, held against every other change until the transaction ends. */
  Experiment getForChange(OpenClient client, BeliefId belief, ExperimentId id) {
    return get(client, belief, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Experiment get(OpenClient client, BeliefId belief, ExperimentId id, LockModeType lock) {
    return database
        .createQuery(
            "select e from Experiment e where e.client = :client and e.belief = :belief"
                + " and e.id = :id",
            Experiment.class)
        .setParameter("client", client.id())
        .setParameter("belief", belief)
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such experiment with this belief"));
  }

  /** The experiments with a belief, the last planned first. */
  List<Experiment> listExperiments(OpenClient client, BeliefId belief) {
    return database
        .createQuery(
            "select e from Experiment e where e.client = :client and e.belief = :belief"
                + " order by e.plannedAt desc, e.id.value desc",
            Experiment.class)
        .setParameter("client", client.id())
        .setParameter("belief", belief)
        .getResultList();
  }

  boolean added(OpenClient client, RequestKey key) {
    return !database
        .createQuery("select e.id from Evidence e where e.client = :client and e.requestKey = :key")
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultList()
        .isEmpty();
  }

  /** What speaks for and against a belief, the latest first. */
  List<Evidence> listEvidence(OpenClient client, BeliefId belief) {
    return database
        .createQuery(
            "select e from Evidence e where e.client = :client and e.belief = :belief"
                + " order by e.happenedOn desc, e.id.value desc",
            Evidence.class)
        .setParameter("client", client.id())
        .setParameter("belief", belief)
        .getResultList();
  }
}
