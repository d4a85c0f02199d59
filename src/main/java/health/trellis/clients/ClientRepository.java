package health.trellis.clients;

import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clients and caseload entries as they are stored. */
@ApplicationScoped
class ClientRepository {
  @PersistenceContext private EntityManager database;

  void add(OpenClinic clinic, Client client) {
    database.persist(client);
    database.flush();
  }

  void add(OpenClient client, CaseloadEntry entry) {
    database.persist(entry);
    database.flush();
  }

  Optional<ClientId> findByRequest(OpenClinic clinic, RequestKey key) {
    return database
        .createQuery(
            "select c.id from Client c where c.clinic = :clinic and c.requestKey = :key",
            ClientId.class)
        .setParameter("clinic", clinic.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  CaseloadEntry getEntry(OpenClient client, CaseloadEntryId id) {
    return database
        .createQuery(
            "select e from CaseloadEntry e where e.client = :client and e.id = :id",
            CaseloadEntry.class)
        .setParameter("client", client.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such caseload entry"));
  }

  boolean treats(OpenClient client, PersonId therapist) {
    return list(client).stream().anyMatch(t -> t.therapist().equals(therapist));
  }

  boolean isTherapist(OpenClinic clinic, PersonId person) {
    return !database
        .createNativeQuery(
            "select 1 from person_role r join person p on p.id = r.person_id where p.id = :person"
                + " and p.clinic_id = :clinic and p.disabled_at is null and r.role = 'THERAPIST'"
                + " and r.until is null",
            Integer.class)
        .setParameter("person", person.value())
        .setParameter("clinic", clinic.id().value())
        .getResultList()
        .isEmpty();
  }

  @SuppressWarnings("unchecked")
  List<ClientView.Treating> list(OpenClient client) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select l.id, l.therapist_id, p.name, l.since from caseload l"
                    + " join person p on p.id = l.therapist_id"
                    + " where l.client_id = :client and l.until is null order by l.since",
                Tuple.class)
            .setParameter("client", client.id().value())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new ClientView.Treating(
                    new CaseloadEntryId(row.get("id", UUID.class)),
                    new PersonId(row.get("therapist_id", UUID.class)),
                    row.get("name", String.class),
                    row.get("since", Instant.class)))
        .toList();
  }

  /**
   * Up to {@code most} clients by name, whose keys begin with the prefix, after the given client.
   */
  @SuppressWarnings("unchecked")
  List<ClientRow> list(OpenClinic clinic, String prefix, @Nullable ClientId after, int most) {
    String position =
        after == null
            ? ""
            : " and (c.name_key, c.id) > (select x.name_key, x.id from client x where x.id ="
                + " :after)";
    var query =
        database
            .createNativeQuery(
                "select c.id, c.name, cast(c.birth_date as text) as birth_date, c.email, c.phone, c.language,"
                    + " c.person_id is not null as portal,"
                    + " array(select p.name from caseload l join person p on p.id = l.therapist_id"
                    + " where l.client_id = c.id and l.until is null order by l.since) as therapists"
                    + " from client c where c.clinic_id = :clinic"
                    + " and c.name_key >= :low and c.name_key < :high"
                    + position
                    + " order by c.name_key, c.id limit :most",
                Tuple.class)
            .setParameter("clinic", clinic.id().value())
            .setParameter("low", prefix)
            .setParameter("high", NameKey.after(prefix))
            .setParameter("most", most);
    if (after != null) {
      query.setParameter("after", after.value());
    }
    List<Tuple> rows = query.getResultList();
    return rows.stream().map(ClientRepository::row).toList();
  }

  private static ClientRow row(Tuple row) {
    String born = row.get("birth_date", String.class);
    LocalDate birthDate = born == null ? null : LocalDate.parse(born);
    return new ClientRow(
        new ClientId(row.get("id", UUID.class)),
        row.get("name", String.class),
        birthDate,
        row.get("email", String.class),
        row.get("phone", String.class),
        row.get("language", String.class),
        Arrays.asList(row.get("therapists", String[].class)),
        row.get("portal", Boolean.class));
  }
}
