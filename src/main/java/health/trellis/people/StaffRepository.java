package health.trellis.people;

import health.trellis.clients.OpenClinic;
import health.trellis.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** The clinic's staff as they are stored. */
@ApplicationScoped
class StaffRepository {
  @PersistenceContext private EntityManager database;

  @SuppressWarnings("unchecked")
  List<TherapistRow> listTherapists(OpenClinic clinic) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select p.id, p.name from person p join person_role r on r.person_id = p.id"
                    + " where p.clinic_id = :clinic and r.role = 'THERAPIST' and r.until is null"
                    + " and p.disabled_at is null order by p.name",
                Tuple.class)
            .setParameter("clinic", clinic.id().value())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new TherapistRow(
                    new PersonId(row.get("id", UUID.class)), row.get("name", String.class)))
        .toList();
  }
}
