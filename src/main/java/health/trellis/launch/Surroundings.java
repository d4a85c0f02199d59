package health.trellis.launch;

import health.trellis.seal.Anchors;
import health.trellis.seal.Sealing;
import health.trellis.watch.ProviderEvents;
import health.trellis.watch.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the application needs around it on one machine: PostgreSQL with an up-to-date database,
 * and Keycloak with its realm and the people of the demonstration. The launcher and the tests start
 * it in the same way.
 */
public final class Surroundings implements AutoCloseable {
  private static final int GROUPS = 10;
  private static final String OWNER = "trellis_owner";
  private static final String DATABASE = "trellis";

  private final Plan plan;
  private final Progress progress;
  private final DataFolder data;
  private final Secrets secrets;
  private final DemoSignIns demo;
  private final Running running = new Running();
  private volatile @Nullable PostgresServer postgres;
  private volatile @Nullable MailCatcher mails;

  private Surroundings(Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
    this.data = DataFolder.open(plan.data());
    running.add(data::close);
    this.secrets =
        new Secrets(
            data.resolve("secrets.properties"), "Trellis's own passwords; keep them secret.");
    this.demo =
        new DemoSignIns(
            plan.installation().config("keycloak/demo/people.json"),
            new Secrets(data.resolve("demo-sign-ins.properties"), "Who can sign in to the demo."));
  }

  /**
   * Takes the data folder and sees that nothing stands in the way; starts nothing yet.
   *
   * @throws Fault with one sentence where something does
   */
  static Surroundings prepare(Plan plan, Progress progress) {
    Surroundings surroundings = new Surroundings(plan, progress);
    try {
      DataFolder.makePrivate(plan.servers());
      surroundings.endLeftovers();
      plan.ports().check();
      return surroundings;
    } catch (RuntimeException e) {
      surroundings.close();
      throw e;
    }
  }

  /**
   * Starts everything around the application and waits for it.
   *
   * @throws Fault with one sentence where something stands in the way; nothing runs then
   */
  public static Surroundings start(Plan plan, Progress progress) {
    Surroundings surroundings = prepare(plan, progress);
    try {
      surroundings.finish(surroundings.startDatabase());
      return surroundings;
    } catch (RuntimeException e) {
      surroundings.close();
      throw e;
    }
  }

  /**
   * Starts PostgreSQL, brings its database up to date, and has Keycloak starting meanwhile.
   *
   * @return Keycloak once its process is there
   */
  CompletableFuture<KeycloakServer> startDatabase() {
    CompletableFuture<KeycloakFiles> files =
        CompletableFuture.supplyAsync(
            () ->
                KeycloakFiles.in(
                    plan.servers(),
                    plan.installation().keycloakZip(),
                    data.folder("logs"),
                    progress));
    PostgresServer server =
        progress.step(
            "PostgreSQL answers at 127.0.0.1:" + plan.ports().postgres(), this::startPostgres);
    postgres = server;
    CompletableFuture<KeycloakServer> keycloak = files.thenApplyAsync(this::startKeycloak);
    progress.step(
        "The database is up to date",
        () -> {
          int done = Migrator.migrate(server.url(DATABASE), OWNER, secret("owner_password"));
          keepKeyOfProcessNotes();
          return done;
        });
    progress.step("The audit log is sealed", this::seal);
    return keycloak;
  }

  /** Waits for Keycloak, brings its realm up to date, and invents the demonstration's people. */
  void finish(CompletableFuture<KeycloakServer> starting) {
    MailCatcher mail =
        progress.step("Mails are kept in " + plan.mails(), () -> MailCatcher.start(plan.mails()));
    running.add(mail::close);
    mails = mail;
    KeycloakServer keycloak =
        progress.step(
            "Keycloak answers at " + plan.keycloakUrl(),
            () -> {
              KeycloakServer server = join(starting);
              server.await();
              return server;
            });
    KeycloakAdmin admin =
        new KeycloakAdmin(
            keycloak.address(), KeycloakServer.LAUNCHER_CLIENT, secret("keycloak_launcher_secret"));
    Realm realm = new Realm(admin, plan.installation().config("keycloak/steps"));
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("baseUrl", plan.baseUrl()),
            Map.entry("clientSecret", secret("oidc_client_secret")),
            Map.entry("eventsSecret", secret("keycloak_events_secret")),
            Map.entry("peopleSecret", secret("keycloak_people_secret")),
            Map.entry("mailHost", "127.0.0.1"),
            Map.entry("mailPort", String.valueOf(mail.port())),
            Map.entry("mailFrom", "trellis@trellis.example"),
            Map.entry("mailAuth", "false"),
            Map.entry("mailUser", ""),
            Map.entry("mailPassword", ""),
            Map.entry("mailTls", "false"));
    progress.step("The realm is up to date", () -> realm.update(values));
    progress.step("Sign-ins at Keycloak go to the audit log", () -> watch(keycloak));
    if (plan.demo()) {
      progress.step("The demonstration has its people", () -> invent(admin));
    }
  }

  /** What the application must be told to find all this; each name is a setting's variable. */
  public Map<String, String> environment() {
    return plan.environment(this::secret);
  }

  /**
   * The token of the page that sets up the first clinic; empty where there is nothing to set up.
   */
  Optional<String> setUpToken() {
    try (Connection owner = connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select set_up_state() <> 'OVER'")) {
      row.next();
      return row.getBoolean(1) ? Optional.of(secret(Plan.SET_UP_TOKEN)) : Optional.empty();
    } catch (SQLException e) {
      throw new Fault("The database does not say whether it has a clinic: " + e.getMessage(), e);
    }
  }

  /** A connection as the owner of the tables, whom row-level security lets see everything. */
  public Connection connectAsOwner() throws SQLException {
    return postgres().connect(DATABASE, OWNER, secret("owner_password"));
  }

  /** A connection as the role of the application. */
  public Connection connectAsApplication() throws SQLException {
    return postgres().connect(DATABASE, "trellis_app", secret("app_password"));
  }

  /** The passwords of those who can sign in to the demonstration, by user name. */
  public Map<String, String> signIns() {
    return demo.list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The user names and passwords in the order in which a person is told them. */
  List<Map.Entry<String, String>> signInLines() {
    return demo.list();
  }

  /** What was agreed on when this was started. */
  public Plan plan() {
    return plan;
  }

  /** Where all mails go. */
  MailCatcher mails() {
    MailCatcher catcher = mails;
    if (catcher == null) {
      throw new IllegalStateException("no mails are caught yet");
    }
    return catcher;
  }

  /** The folder this Trellis alone uses. */
  DataFolder data() {
    return data;
  }

  /** What must end with it. */
  Running running() {
    return running;
  }

  /** Ends everything that was started, the last one first. */
  @Override
  public void close() {
    running.end();
  }

  private void endLeftovers() {
    boolean payara = ServerProcess.endLeftover(data, PayaraServer.NAME);
    boolean keycloak = ServerProcess.endLeftover(data, KeycloakServer.NAME);
    boolean database = PostgresServer.endLeftover(data);
    if (payara || keycloak || database) {
      progress.say("An earlier start had not ended cleanly; what it left running was stopped.");
    }
  }

  private PostgresServer startPostgres() throws SQLException {
    PostgresFiles files = PostgresFiles.in(plan.servers());
    PostgresServer.prepare(files, data, secrets);
    PostgresServer server = PostgresServer.start(files, data, plan.ports().postgres(), secrets);
    running.add(server::stop);
    try (Connection superuser = server.connectAsSuperuser("postgres")) {
      if (!DatabaseRoles.present(superuser)) {
        Map<String, String> passwords =
            Stream.of("owner_password", "app_password", "sealer_password", "keycloak_password")
                .collect(Collectors.toMap(name -> name, this::secret));
        new DatabaseRoles(plan.installation().config("postgres/roles.sql"), passwords)
            .create(superuser);
      }
    }
    return server;
  }

  /** Makes the key at the first start, and never beside notes that another key sealed. */
  private void keepKeyOfProcessNotes() throws SQLException {
    Path file = plan.processNoteKey();
    if (Files.exists(file)) {
      return;
    }
    try (Connection owner = connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet sealed = statement.executeQuery("select from process_note limit 1")) {
      if (sealed.next()) {
        throw new Fault(
            "The file %s with the key of the process notes is missing: put it back from where you keep a copy. docs/operate.md says what to do where there is none."
                .formatted(file));
      }
    }
    ProcessNoteKey.make(file);
  }

  /** Makes the key at the first start, and seals until all of this ends. */
  private Sealing seal() {
    Path key = data.resolve(SealKey.NAME);
    if (!Files.exists(key)) {
      SealKey.make(key);
    }
    Sealing sealing =
        Sealing.start(
            this::connectAsSealer,
            SealKey.read(key),
            new Anchors(data.resolve("anchors.log")),
            Clock.systemUTC(),
            progress::say);
    running.add(sealing::close);
    return sealing;
  }

  private Connection connectAsSealer() throws SQLException {
    return postgres().connect(DATABASE, SealLog.ROLE, secret("sealer_password"));
  }

  /** Takes what Keycloak sees of sign-ins into the audit log until all of this ends. */
  private Watch watch(KeycloakServer keycloak) {
    Watch watch =
        Watch.start(
            this::connectAsSealer,
            new ProviderEvents(keycloak.address(), Realm.NAME, secret("keycloak_events_secret")),
            Clock.systemUTC(),
            progress::say);
    running.add(watch::close);
    return watch;
  }

  private KeycloakServer startKeycloak(KeycloakFiles files) {
    Map<String, String> database =
        KeycloakServer.database(
            postgres().url("keycloak"),
            secret("keycloak_password"),
            secret("keycloak_launcher_secret"));
    Path themes = plan.installation().config("keycloak/themes");
    KeycloakServer server =
        KeycloakServer.start(files, data, plan.ports().keycloak(), themes, database);
    running.add(server::stop);
    return server;
  }

  private List<DemoUser> invent(KeycloakAdmin admin) throws SQLException {
    try (Connection owner = connectAsOwner()) {
      DemoPractice.refuseOverRealClinic(owner);
    }
    List<DemoUser> users = demo.register(admin);
    Map<String, String> subs =
        users.stream().collect(Collectors.toMap(DemoUser::userName, DemoUser::sub));
    try (Connection owner = connectAsOwner()) {
      DemoPractice.fill(owner, subs);
    }
    return users;
  }

  private PostgresServer postgres() {
    PostgresServer server = postgres;
    if (server == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return server;
  }

  /** Made where there is none; short where a person may have to type it. */
  private String secret(String name) {
    return secrets.get(name, name.equals(Plan.SET_UP_TOKEN) ? GROUPS / 2 : GROUPS);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Fault fault) {
        throw fault;
      }
      throw e;
    }
  }
}
