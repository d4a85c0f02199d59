package health.trellis.clients;

import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom somebody treats, as far as many clients at once are concerned, and who stopped lately. */
@ApplicationScoped
class CaseloadRepository {
  private static final Duration LATELY = Duration.ofDays(28);

  @PersistenceContext private EntityManager database;

  /**
   * The name of somebody of the staff.
   *
   * @throws NotFoundException where nobody of the clinic's staff has this id
   */
  String nameOfStaff(OpenClinic clinic, PersonId person) {
    List<?> names =
        database
            .createNativeQuery(
                "select name from person where id = :person and clinic_id = :clinic and staff",
                String.class)
            .setParameter("person", person.value())
            .setParameter("clinic", clinic.id().value())
            .getResultList();
    if (names.isEmpty()) {
      throw new NotFoundException("nobody of this clinic's staff");
    }
    return (String) names.get(0);
  }

  /** Up to {@code most} clients whom somebody treats now, by name. */
  @SuppressWarnings("unchecked")
  List<HandOver.Treated> treatedBy(OpenClinic clinic, PersonId therapist, int most) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select c.id, c.name, array(select p.name from caseload o"
                    + " join person p on p.id = o.therapist_id where o.client_id = c.id"
                    + " and o.until is null and o.therapist_id <> l.therapist_id"
                    + " and p.disabled_at is null order by o.since) as others"
                    + " from caseload l join client c on c.id = l.client_id"
                    + " where l.clinic_id = :clinic and l.therapist_id = :therapist"
                    + " and l.until is null and c.closed_at is null order by c.name_key, c.id limit :most",
                Tuple.class)
            .setParameter("clinic", clinic.id().value())
            .setParameter("therapist", therapist.value())
            .setParameter("most", most)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new HandOver.Treated(
                    new ClientId(row.get("id", UUID.class)),
                    row.get("name", String.class),
                    List.of(row.get("others", String[].class))))
        .toList();
  }

  /**
   * Ends what stands of these and begins it anew with somebody else; the entries that begin or go
   * on, with whose they are.
   */
  @SuppressWarnings("unchecked")
  Map<CaseloadEntryId, ClientId> handOver(
      OpenClinic clinic, PersonId from, HandOverDraft draft, Instant now) {
    List<UUID> ended =
        database
            .createNativeQuery(
                "with ended as (update caseload set until = :now, version = version + 1"
                    + " where clinic_id = :clinic and therapist_id = :from and until is null"
                    + " and client_id = any(cast(:clients as uuid[])) returning client_id)"
                    + " select client_id from ended",
                UUID.class)
            .setParameter("now", now)
            .setParameter("clinic", clinic.id().value())
            .setParameter("from", from.value())
            .setParameter(
                "clients", draft.clients().stream().map(ClientId::value).toArray(UUID[]::new))
            .getResultList();
    database
        .createNativeQuery(
            "insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)"
                + " select uuidv7(), :clinic, ended, :to, :now, :by"
                + " from unnest(cast(:clients as uuid[])) as ended"
                + " on conflict (client_id, therapist_id) where until is null do nothing")
        .setParameter("clinic", clinic.id().value())
        .setParameter("to", draft.receiver().value())
        .setParameter("now", now)
        .setParameter("by", clinic.administrator().value())
        .setParameter("clients", ended.toArray(UUID[]::new))
        .executeUpdate();
    List<Tuple> begun =
        database
            .createNativeQuery(
                "select id, client_id from caseload where clinic_id = :clinic"
                    + " and therapist_id = :to and until is null"
                    + " and client_id = any(cast(:clients as uuid[]))",
                Tuple.class)
            .setParameter("clinic", clinic.id().value())
            .setParameter("to", draft.receiver().value())
            .setParameter("clients", ended.toArray(UUID[]::new))
            .getResultList();
    return begun.stream()
        .collect(
            Collectors.toMap(
                row -> new CaseloadEntryId(row.get("id", UUID.class)),
                row -> new ClientId(row.get("client_id", UUID.class))));
  }

  boolean wasInvited(OpenClient client) {
    return !database
        .createNativeQuery(
            "select 1 from client where id = :client and person_id is not null", Integer.class)
        .setParameter("client", client.id().value())
        .getResultList()
        .isEmpty();
  }

  /**
   * Who treated a client until lately and does no more, the last one first; at most four weeks ago,
   * and not by a mistake of minutes.
   */
  @SuppressWarnings("unchecked")
  List<FormerTherapist> leftLately(OpenClient client, Instant now) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select p.name, max(l.until) as until from caseload l"
                    + " join person p on p.id = l.therapist_id"
                    + " where l.client_id = :client and l.until > :lately"
                    + " and l.until > l.since + interval '1 hour'"
                    + " and not exists (select from caseload o where o.client_id = l.client_id"
                    + " and o.therapist_id = l.therapist_id and o.until is null)"
                    + " group by p.id, p.name order by 2 desc",
                Tuple.class)
            .setParameter("client", client.id().value())
            .setParameter("lately", now.minus(LATELY))
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new FormerTherapist(row.get("name", String.class), row.get("until", Instant.class)))
        .toList();
  }
}
