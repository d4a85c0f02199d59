package health.trellis.formulation;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.FormulationId;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Formulations in their versions, as they are stored. */
@ApplicationScoped
class FormulationRepository {
  @PersistenceContext private EntityManager database;

  /** Adds a version with its entries, each after the earlier ones of its part. */
  void add(OpenClient client, Formulation version, List<EntryDraft> entries) {
    database.persist(version);
    Map<FormulationPart, Integer> places = new EnumMap<>(FormulationPart.class);
    for (EntryDraft entry : entries) {
      int place = places.merge(entry.part(), 1, Integer::sum);
      database.persist(FormulationEntry.of(version, entry, place));
    }
  }

  /**
   * The number of the version that stands, 0 without, held against every other version of this
   * client's until the transaction ends.
   */
  int latestForChange(OpenClient client) {
    return (Integer)
        database
            .createNativeQuery("select latest_formulation(:client)", Integer.class)
            .setParameter("client", client.id().value())
            .getSingleResult();
  }

  /** The number of the version that this request wrote already. */
  Optional<Integer> findByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select f.number from Formulation f where f.client = :client and f.requestKey = :key",
            Integer.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** The versions, the newest first. */
  List<Formulation> list(OpenClient client) {
    return database
        .createQuery(
            "select f from Formulation f where f.client = :client order by f.number desc",
            Formulation.class)
        .setParameter("client", client.id())
        .getResultList();
  }

  /** The entries of these versions, each part's in its order. */
  Map<FormulationId, List<FormulationEntry>> entries(
      OpenClient client, Collection<FormulationId> versions) {
    return database
        .createQuery(
            "select e from FormulationEntry e where e.client = :client"
                + " and e.version in (:versions) order by e.part, e.place",
            FormulationEntry.class)
        .setParameter("client", client.id())
        .setParameter("versions", versions)
        .getResultStream()
        .collect(Collectors.groupingBy(FormulationEntry::version));
  }
}
