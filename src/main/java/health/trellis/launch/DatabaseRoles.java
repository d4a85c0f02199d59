package health.trellis.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The script {@code config/postgres/roles.sql}, run by the superuser on a new server. What is there
 * already is left as it is, so that a start that was cut short goes on at the next.
 */
final class DatabaseRoles {
  private static final Set<String> THERE_ALREADY = Set.of("42710", "42P04");

  private final List<String> statements;

  /**
   * Reads the script.
   *
   * @param passwords by the names that stand in the script
   */
  DatabaseRoles(Path script, Map<String, String> passwords) {
    statements = statements(read(script), passwords);
  }

  /** Whether the last thing that the script makes is there. */
  static boolean present(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      return statement
          .executeQuery("select from pg_roles where rolname = 'keycloak' and rolconfig is not null")
          .next();
    }
  }

  /** Makes the roles and databases. */
  void create(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          if (!THERE_ALREADY.contains(e.getSQLState())) {
            throw e;
          }
        }
      }
    }
  }

  /** The statements of a script, without remarks and with its passwords filled in. */
  static List<String> statements(String script, Map<String, String> passwords) {
    String text = script.replaceAll("(?m)--.*$", "");
    for (Map.Entry<String, String> password : passwords.entrySet()) {
      String quoted = "'" + password.getValue().replace("'", "''") + "'";
      text = text.replace(":'" + password.getKey() + "'", quoted);
    }
    if (text.contains(":'")) {
      throw new Fault("config/postgres/roles.sql asks for a password that nobody gives.");
    }
    return Stream.of(text.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static String read(Path script) {
    try {
      return Files.readString(script);
    } catch (IOException e) {
      throw new Fault("The file " + script + " is missing: bring it back from the project.", e);
    }
  }
}
