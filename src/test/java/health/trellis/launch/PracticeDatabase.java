package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real database with the invented practice in it, for a test: as its owner and as the
 * application.
 */
record PracticeDatabase(
    Connection owner, Connection application, PostgresServer server, Running running)
    implements AutoCloseable {

  /** Starts a server below the folder, migrates it, and fills in the practice. */
  static PracticeDatabase fill(Path folder, Map<String, String> subs) throws SQLException {
    PracticeDatabase database = empty(folder);
    DemoPractice.fill(database.owner(), subs);
    return database;
  }

  /** Starts a server below the folder, and migrates it. */
  static PracticeDatabase empty(Path folder) throws SQLException {
    Running running = new Running();
    Plan plan = Plan.forTests(folder);
    DataFolder data = DataFolder.open(plan.data());
    running.add(data::close);
    Secrets secrets = new Secrets(data.resolve("secrets.properties"), "of a test");
    PostgresFiles files = PostgresFiles.in(plan.servers());
    PostgresServer.prepare(files, data, secrets);
    PostgresServer server = PostgresServer.start(files, data, plan.ports().postgres(), secrets);
    running.add(server::stop);
    Map<String, String> passwords = new HashMap<>();
    for (String who : List.of("owner", "app", "sealer", "keycloak")) {
      passwords.put(who + "_password", "of " + who);
    }
    try (Connection superuser = server.connectAsSuperuser("postgres")) {
      new DatabaseRoles(plan.installation().config("postgres/roles.sql"), passwords)
          .create(superuser);
    }
    Migrator.migrate(server.url("trellis"), "trellis_owner", "of owner");
    Connection owner = server.connect("trellis", "trellis_owner", "of owner");
    Connection application = server.connect("trellis", "trellis_app", "of app");
    return new PracticeDatabase(owner, application, server, running);
  }

  /** One more connection as the application. */
  Connection another() throws SQLException {
    return server.connect("trellis", "trellis_app", "of app");
  }

  /** A connection as the role that seals the log. */
  Connection sealer() throws SQLException {
    return server.connect("trellis", "trellis_sealer", "of sealer");
  }

  /** A connection as the one whom nothing binds. */
  Connection superuser() throws SQLException {
    return server.connectAsSuperuser("trellis");
  }

  /** The first column of what the application's role sees. */
  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = application.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** Begins a transaction of that person's, with the record opened of the client who signs in. */
  void openLea(String who, Map<String, String> subs) throws SQLException {
    String role =
        Map.of("admin", "ADMINISTRATOR", "client", "CLIENT").getOrDefault(who, "THERAPIST");
    texts(
        "select person_id from begin_context('%s', '%s', 'session', '127.0.0.1', gen_random_uuid())"
            .formatted(subs.get(who), role));
    texts("select scope from open_client('" + lea(subs) + "', 'test')");
  }

  private String lea(Map<String, String> subs) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select c.id from client c join person p on p.id = c.person_id where p.sub = '"
                    + subs.get("client")
                    + "'")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Asserts that the application's role may not make this change; its transaction goes on. */
  void refuses(String change) throws SQLException {
    try (Statement statement = application.createStatement()) {
      statement.execute("savepoint tried");
      assertThatThrownBy(() -> statement.execute(change))
          .as(change)
          .isInstanceOf(SQLException.class);
      statement.execute("rollback to savepoint tried");
    }
  }

  @Override
  public void close() {
    running.end();
  }
}
