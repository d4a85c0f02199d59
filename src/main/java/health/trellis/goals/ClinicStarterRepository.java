package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.clients.OpenClinic;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.GoalStarterId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The goals to begin with of the caller's clinic, as they are stored. */
@ApplicationScoped
class ClinicStarterRepository {
  private static final String ALL = "select s from ClinicStarter s where s.clinic = :clinic";
  private static final String BY_WORDS = " order by lower(s.words), s.id.value";

  private static final String HOLD =
      "select cast(pg_advisory_xact_lock(hashtextextended(cast(:clinic as text), 25)) as text)";

  @PersistenceContext private EntityManager database;

  /** Holds all of the clinic's starters against every other change until the transaction ends. */
  void holdToChange(OpenClinic clinic) {
    database
        .createNativeQuery(HOLD, String.class)
        .setParameter("clinic", clinic.id().toString())
        .getSingleResult();
  }

  void add(OpenClinic clinic, ClinicStarter starter) {
    database.persist(starter);
  }

  ClinicStarter get(OpenClinic clinic, GoalStarterId id) {
    return database
        .createQuery(ALL + " and s.id = :id", ClinicStarter.class)
        .setParameter("clinic", clinic.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such starter of this clinic"));
  }

  /** The starter that this request made already. */
  Optional<GoalStarterId> findByRequest(OpenClinic clinic, RequestKey key) {
    return database
        .createQuery(
            "select s.id from ClinicStarter s where s.clinic = :clinic and s.requestKey = :key",
            GoalStarterId.class)
        .setParameter("clinic", clinic.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** The one that is offered with these words, in whatever letters. */
  Optional<GoalStarterId> findOffered(OpenClinic clinic, String words) {
    return database
        .createQuery(
            "select s.id from ClinicStarter s where s.clinic = :clinic and s.retiredAt is null"
                + " and lower(s.words) = lower(:words)",
            GoalStarterId.class)
        .setParameter("clinic", clinic.id())
        .setParameter("words", words)
        .getResultStream()
        .findFirst();
  }

  /** All of the clinic's, by their words. */
  List<ClinicStarter> list(OpenClinic clinic) {
    return list(clinic.id(), "");
  }

  /** Those with which a goal of this client can begin. */
  List<ClinicStarter> listOffered(OpenClient client, ClinicId clinic) {
    return list(clinic, " and s.retiredAt is null");
  }

  private List<ClinicStarter> list(ClinicId clinic, String limit) {
    return database
        .createQuery(ALL + limit + BY_WORDS, ClinicStarter.class)
        .setParameter("clinic", clinic)
        .getResultList();
  }
}
