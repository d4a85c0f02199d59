package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.seal.SealingKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What a test may do to the launcher's servers behind their backs, and nobody else may. */
public final class Backstage {
  private static final String USERS = "/admin/realms/" + Realm.NAME + "/users";
  private static final String PASSWORD = Secrets.random(4);

  private final Surroundings surroundings;
  private final Secrets secrets;

  public Backstage(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.secrets = new Secrets(surroundings.data().resolve("secrets.properties"), "");
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

  /** The address of the database with the owner's name and password in it. */
  public String ownersUrl() {
    return "%s?user=trellis_owner&password=%s"
        .formatted(surroundings.plan().databaseUrl(), secrets.get("owner_password", 10));
  }

  /** Keycloak's own database as the superuser sees it. */
  public Connection asKeycloak() throws SQLException {
    return DriverManager.getConnection(
        surroundings.plan().databaseUrl().replaceAll("/trellis$", "/keycloak"),
        "postgres",
        secrets.get("postgres", 6));
  }

  /** The database as the role sees it that seals the log and takes sign-ins into it. */
  public Connection asSealer() throws SQLException {
    return DriverManager.getConnection(
        surroundings.plan().databaseUrl(), SealLog.ROLE, secrets.get("sealer_password", 10));
  }

  /** The secret of the client that reads sign-ins at Keycloak. */
  public String eventsSecret() {
    return secrets.get("keycloak_events_secret", 10);
  }

  /** Where PostgreSQL writes what it does. */
  public Path databaseLog() {
    return surroundings.data().resolve("logs/postgresql.log");
  }

  /**
   * Has PostgreSQL log every statement from now on, or no longer: its words and who sent it, never
   * the values. A connection that is open already follows as soon as it is used.
   */
  public void logStatements(boolean all) throws SQLException {
    String wanted = all ? "all" : "none";
    try (Connection superuser = asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("alter system set log_line_prefix = '%m %u '");
      statement.execute("alter system set log_parameter_max_length = 0");
      statement.execute("alter system set log_statement = '" + wanted + "'");
      statement.execute("select pg_reload_conf()");
    }
    while (!wanted.equals(loggedInNewSessions())) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private String loggedInNewSessions() throws SQLException {
    try (Connection superuser = asSuperuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery("show log_statement")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The password of one of the demonstration's people, or of one added here. */
  public String passwordOf(String userName) {
    return surroundings.signIns().getOrDefault(userName, PASSWORD);
  }

  private KeycloakAdmin admin() {
    return new KeycloakAdmin(
        "http://127.0.0.1:" + surroundings.plan().ports().keycloak(),
        KeycloakServer.LAUNCHER_CLIENT,
        secrets.get("keycloak_launcher_secret", 10));
  }

  /** Has Keycloak know somebody as staff, so that it asks for a second factor. */
  public void makeStaff(String sub) {
    KeycloakAdmin admin = admin();
    JsonValue staff = admin.get("/admin/realms/" + Realm.NAME + "/roles/staff");
    admin.change(
        "POST",
        USERS + "/" + sub + "/role-mappings/realm",
        Json.createArrayBuilder().add(staff).build());
  }

  /** The plain texts of the mails to this address so far, the first one first. */
  public List<String> mailsTo(String address) {
    try (Stream<Path> files = Files.list(surroundings.mails().folder())) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
        String text = Files.readString(Path.of(file.toString().replace(".eml", ".txt")));
        if (text.startsWith("To: " + address + "\n")) {
          found.add(text);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key with which the log of this run is signed. */
  public SealingKey sealKey() {
    return SealKey.read(surroundings.data().resolve(SealKey.NAME));
  }

  /** Takes the account away that has this address. */
  public void deletePerson(String email) {
    KeycloakAdmin admin = admin();
    String id =
        admin
            .get(USERS + "?exact=true&email=" + email)
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");
    admin.change("DELETE", USERS + "/" + id, null);
  }

  /** No mail is taken, until they are again. */
  public void stopMails() {
    surroundings.mails().pause();
  }

  /** Mails are taken again. */
  public void startMails() {
    surroundings.mails().resume();
  }

  /** Starts one more application on the same servers, which asks staff for a second factor. */
  public StrictTrellis demandSecondFactor() {
    return StrictTrellis.start(surroundings, admin());
  }

  /**
   * Starts one more application, for a practice that is not there yet.
   *
   * @param database the name of its database, which is made for it
   */
  public StrictTrellis startEmpty(String database) throws SQLException {
    try (Connection superuser = asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("create database " + database + " owner trellis_owner");
      statement.execute("revoke all on database " + database + " from public");
      statement.execute(
          "grant connect on database " + database + " to trellis_app, trellis_sealer");
    }
    String url = surroundings.plan().databaseUrl().replaceAll("/trellis$", "/" + database);
    Migrator.migrate(url, "trellis_owner", secrets.get("owner_password", 10));
    return StrictTrellis.startEmpty(surroundings, admin(), url);
  }

  /** What the owner of that database reads there, a line a row. */
  public List<String> read(String database, String sql) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                surroundings.plan().databaseUrl().replaceAll("/trellis$", "/" + database),
                "trellis_owner",
                secrets.get("owner_password", 10));
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  /** The token by which a practice is set up that is not there yet. */
  public String setUpToken() {
    return surroundings.environment().getOrDefault(Setting.SET_UP_TOKEN.variable(), "");
  }

  /** Ends Keycloak, as a machine does that is shut down. */
  public void stopKeycloak() {
    try {
      String process = Files.readString(surroundings.data().resolve("running/keycloak"));
      ProcessHandle keycloak =
          ProcessHandle.of(Long.parseLong(process.strip().split(" ", 2)[0])).orElseThrow();
      keycloak.destroy();
      keycloak.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts Keycloak again, and waits until it answers. */
  public void startKeycloak() {
    Plan plan = surroundings.plan();
    KeycloakServer server =
        KeycloakServer.start(
            KeycloakFiles.in(
                plan.servers(),
                plan.installation().keycloakZip(),
                surroundings.data().folder("logs"),
                Progress.silent()),
            surroundings.data(),
            plan.ports().keycloak(),
            plan.installation().config("keycloak/themes"),
            KeycloakServer.database(
                plan.databaseUrl().replaceAll("/trellis$", "/keycloak"),
                secrets.get("keycloak_password", 10),
                secrets.get("keycloak_launcher_secret", 10)));
    surroundings.running().add(server::stop);
    server.await();
  }

  /** One more who can sign in; returns its identity. */
  public String addPerson(String userName) {
    KeycloakAdmin admin = admin();
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
            .add("firstName", "Invented")
            .add("lastName", userName)
            .add("email", userName + "@invented.example")
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
}
