package health.trellis.bench;

import health.trellis.launch.Backstage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a benchmark invents, by SQL and as the superuser, with the triggers at rest. */
abstract class Filling {
  private final Backstage servers;

  Filling(Backstage servers) {
    this.servers = servers;
  }

  /** Somebody who can sign in becomes a therapist of the clinic; returns who. */
  UUID addTherapist(String sub) throws SQLException {
    UUID person = UUID.randomUUID();
    change(
        """
        insert into person (id, clinic_id, sub, staff, name, language)
          select '%1$s', clinic_id, '%2$s', true, 'Bench Therapist', 'en' from clinic limit 1;
        insert into person_role (clinic_id, person_id, role, since)
          select clinic_id, id, 'THERAPIST', now() from person where id = '%1$s'
        """
            .formatted(person, sub));
    return person;
  }

  /** The first column of what a query finds. */
  List<String> all(String query) throws SQLException {
    try (Connection superuser = servers.asSuperuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /** Does all of it in one transaction, with the triggers at rest. */
  void change(String sql) throws SQLException {
    together("set local session_replication_role = replica", sql);
  }

  /** The same as a job, with the triggers awake. */
  void changeByJob(String sql) throws SQLException {
    together("select begin_job('bench', null, gen_random_uuid())", sql);
  }

  private void together(String first, String sql) throws SQLException {
    try (Connection superuser = servers.asSuperuser();
        Statement statement = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      statement.execute(first);
      statement.execute(sql);
      superuser.commit();
    }
  }

  /** Does what stands in no transaction. */
  void alone(String command) throws SQLException {
    try (Connection superuser = servers.asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(command);
    }
  }
}
