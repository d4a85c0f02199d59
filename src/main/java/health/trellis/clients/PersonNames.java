package health.trellis.clients;

import health.trellis.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What those are called who did something in a client's record: staff, and the caller. */
@ApplicationScoped
public class PersonNames {
  @PersistenceContext private EntityManager database;

  /** The names of these people, by their ids. */
  @SuppressWarnings("unchecked")
  public Map<PersonId, String> of(OpenClient client, Collection<PersonId> people) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select id, name from person where id = any (cast(:people as uuid[]))"
                    + " and (staff or id = app_person())",
                Tuple.class)
            .setParameter("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> new PersonId(row.get("id", UUID.class)),
                row -> row.get("name", String.class)));
  }
}
