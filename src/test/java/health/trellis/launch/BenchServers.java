package health.trellis.launch;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The launcher's servers as the benchmark drives them: started and stopped one by one. */
public final class BenchServers implements AutoCloseable {
  private static final String USERS = "/admin/realms/" + Realm.NAME + "/users";
  private static final String PASSWORD = Secrets.random(4);

  private final Surroundings surroundings;
  private final Secrets secrets;
  private @Nullable PayaraServer payara;

  private BenchServers(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.secrets = new Secrets(surroundings.data().resolve("secrets.properties"), "");
  }

  /** Starts PostgreSQL and Keycloak with everything in them new. */
  public static BenchServers start(Path data, Progress progress) throws IOException {
    PostgresFiles.deleteAll(data);
    return new BenchServers(Surroundings.start(Plan.forTests(data), progress));
  }

  /**
   * Starts Payara with a WAR as the launcher does, in the place of the one that ran before.
   *
   * @return the seconds to the first page
   */
  public double startPayara(Path war) throws IOException, InterruptedException {
    return startPayara(war, PayaraServer.QUICK_START);
  }

  /**
   * Starts Payara with a WAR and the compilers and collector that the container image leaves on.
   */
  public double startPayaraForLoad(Path war) throws IOException, InterruptedException {
    return startPayara(war, List.of());
  }

  private double startPayara(Path war, List<String> tuning)
      throws IOException, InterruptedException {
    PayaraServer before = payara;
    if (before != null) {
      before.stop();
    }
    Plan plan = surroundings.plan();
    Installation here = plan.installation();
    long start = System.nanoTime();
    PayaraServer server =
        PayaraServer.start(
            new Installation(here.base(), here.servers(), war),
            surroundings.data(),
            plan.ports().trellis(),
            surroundings.environment(),
            tuning);
    payara = server;
    surroundings.running().add(server::stop);
    server.await();
    HttpRequest page = HttpRequest.newBuilder(URI.create(address() + "/signed-out.xhtml")).build();
    if (!KeycloakServer.answers(HttpClient.newHttpClient(), page)) {
      throw new IOException("the first page did not come");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** The address of Trellis. */
  public String address() {
    return surroundings.plan().baseUrl();
  }

  /** Payara's process. */
  public long payara() {
    PayaraServer server = payara;
    if (server == null) {
      throw new IllegalStateException("Payara was not started");
    }
    return server.process().handle().pid();
  }

  /** Where PostgreSQL writes what it does. */
  public Path databaseLog() {
    return surroundings.data().resolve("logs/postgresql.log");
  }

  /** The password of one of the demonstration's people, or of one added here. */
  public String passwordOf(String userName) {
    return surroundings.signIns().getOrDefault(userName, PASSWORD);
  }

  /** One more who can sign in; returns its identity. */
  public String addPerson(String userName) {
    KeycloakAdmin admin =
        new KeycloakAdmin(
            "http://127.0.0.1:" + surroundings.plan().ports().keycloak(),
            KeycloakServer.LAUNCHER_CLIENT,
            secrets.get("keycloak_launcher_secret", 10));
    JsonObject password =
        Json.createObjectBuilder()
            .add("type", "password")
            .add("value", PASSWORD)
            .add("temporary", false)
            .build();
    admin.change(
        "POST",
        USERS,
        Json.createObjectBuilder()
            .add("username", userName)
            .add("firstName", "Bench")
            .add("lastName", userName)
            .add("email", userName + "@bench.example")
            .add("emailVerified", true)
            .add("enabled", true)
            .add("credentials", Json.createArrayBuilder().add(password))
            .build());
    return admin
        .get(USERS + "?exact=true&username=" + userName)
        .asJsonArray()
        .getJsonObject(0)
        .getString("id");
  }

  /** The database as its owner sees it. */
  public Connection asOwner() throws SQLException {
    return surroundings.connectAsOwner();
  }

  /** The database as its superuser sees it, who alone may have statements logged. */
  public Connection asSuperuser() throws SQLException {
    return DriverManager.getConnection(
        surroundings.plan().databaseUrl(), "postgres", secrets.get("postgres", 6));
  }

  @Override
  public void close() {
    surroundings.close();
  }
}
