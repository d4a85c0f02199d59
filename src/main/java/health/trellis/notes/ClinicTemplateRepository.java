package health.trellis.notes;

import health.trellis.clients.OpenCaseload;
import health.trellis.clients.OpenClient;
import health.trellis.clients.OpenClinic;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteTemplateId;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The templates of the caller's clinic, as they are stored. */
@ApplicationScoped
class ClinicTemplateRepository {
  private static final String ALL = "select t from ClinicTemplate t where t.clinic = :clinic";
  private static final String BY_NAME = " order by lower(t.layoutName), t.id.value";

  private static final String HOLD =
      "select cast(pg_advisory_xact_lock%s(hashtextextended(cast(:clinic as text), 17)) as text)";

  @PersistenceContext private EntityManager database;

  /** Holds all of the clinic's templates against every other change until the transaction ends. */
  void holdToChange(OpenClinic clinic) {
    hold("", clinic.id());
  }

  /** Holds them against every change, and lets others begin notes with them meanwhile. */
  void holdToBegin(OpenClient client, ClinicId clinic) {
    hold("_shared", clinic);
  }

  private void hold(String how, ClinicId clinic) {
    database
        .createNativeQuery(HOLD.formatted(how), String.class)
        .setParameter("clinic", clinic.toString())
        .getSingleResult();
  }

  void add(OpenClinic clinic, ClinicTemplate template) {
    database.persist(template);
  }

  ClinicTemplate get(OpenClinic clinic, NoteTemplateId id) {
    return database
        .createQuery(ALL + " and t.id = :id", ClinicTemplate.class)
        .setParameter("clinic", clinic.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such template of this clinic"));
  }

  /** The template that this request made already. */
  Optional<NoteTemplateId> findByRequest(OpenClinic clinic, RequestKey key) {
    return database
        .createQuery(
            "select t.id from ClinicTemplate t where t.clinic = :clinic and t.requestKey = :key",
            NoteTemplateId.class)
        .setParameter("clinic", clinic.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** The one that is offered under this name, in whatever letters. */
  Optional<ClinicTemplate> findOffered(OpenClinic clinic, String name) {
    return database
        .createQuery(
            ALL + " and t.retiredAt is null" + " and lower(t.layoutName) = lower(:name)",
            ClinicTemplate.class)
        .setParameter("clinic", clinic.id())
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** All of the clinic's, by name. */
  List<ClinicTemplate> list(OpenClinic clinic) {
    return list(clinic.id(), "");
  }

  /** All of the clinic's, for who looks for notes that were written in them. */
  List<ClinicTemplate> list(OpenCaseload own, ClinicId clinic) {
    return list(clinic, "");
  }

  /** Those in which a note on this client can be begun. */
  List<ClinicTemplate> listOffered(OpenClient client, ClinicId clinic) {
    return list(clinic, " and t.retiredAt is null");
  }

  private List<ClinicTemplate> list(ClinicId clinic, String limit) {
    return database
        .createQuery(ALL + limit + BY_NAME, ClinicTemplate.class)
        .setParameter("clinic", clinic)
        .getResultList();
  }
}
