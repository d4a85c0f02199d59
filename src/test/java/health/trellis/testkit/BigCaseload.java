package health.trellis.testkit;

import health.trellis.clients.NameKey;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ten thousand invented clients of one therapist, in a clinic of their own where they are in nobody
 * else's way. Made once for the whole run; many of them share a name, a day or a moment.
 */
public final class BigCaseload {
  /** How many clients it has. */
  public static final int CLIENTS = 10_000;

  private static final int NAMESAKES = 120;
  private static final String USER = "many";
  private static @Nullable BigCaseload made;

  private final UUID therapist = UUID.randomUUID();
  private int renamed;

  private BigCaseload() throws SQLException {
    Crowd crowd = new Crowd(Stage.get().backstage());
    crowd.change(
        """
        insert into clinic (clinic_id, name, time_zone, language, region, demo)
          values ('%1$s', 'Clinic of many', 'Europe/Berlin', 'en', 'DE', true);
        insert into person (id, clinic_id, sub, staff, name, language)
          values ('%1$s', '%1$s', '%2$s', true, 'Theodora Many', 'en');
        insert into person_role (clinic_id, person_id, role) values ('%1$s', '%1$s', 'THERAPIST');
        """
            .formatted(therapist, Stage.get().backstage().addPerson(USER)));
    crowd.fillCaseload(therapist, CLIENTS);
    crowd.change(
        """
        update caseload_line set name = 'Maria Maier', name_key = 'maria maier'
          where client_id in (select client_id from caseload_line where therapist_id = '%s'
            order by client_id desc limit %d)
        """
            .formatted(therapist, NAMESAKES));
  }

  /** The one of this run. */
  public static synchronized BigCaseload get() throws SQLException {
    if (made == null) {
      made = new BigCaseload();
    }
    return made;
  }

  /** The therapist in a new session, on the first page. */
  public Visitor signIn() throws IOException {
    return Visitor.signIn(
        Stage.get().address(),
        "/therapist/caseload.xhtml",
        USER,
        Stage.get().backstage().passwordOf(USER));
  }

  /** Gives the name to one more client of the caseload, and returns which it is. */
  public String rename(String name) throws SQLException {
    Practice practice = new Practice();
    String client =
        practice.one(
            "select client_id from caseload_line where therapist_id = ?::uuid"
                + " order by client_id limit 1 offset "
                + renamed++,
            therapist.toString());
    new Crowd(Stage.get().backstage())
        .change(
            "update client set name = '%s', name_key = '%s' where id = '%s'"
                .formatted(name, NameKey.of(name), client));
    return client;
  }

  /** Every client, in the order of a column of the caseload's lines. */
  public List<String> inOrderOf(String column, boolean ascending) {
    return new Practice()
        .all(
            "select client_id from caseload_line where therapist_id = ?::uuid order by %1$s %2$s, client_id %2$s"
                .formatted(column, ascending ? "asc" : "desc"),
            therapist.toString());
  }
}
