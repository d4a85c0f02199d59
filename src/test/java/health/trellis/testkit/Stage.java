package health.trellis.testkit;

import health.trellis.kernel.Settings;
import health.trellis.launch.Backstage;
import health.trellis.launch.Newcomers;
import health.trellis.launch.PayaraServer;
import health.trellis.launch.Plan;
import health.trellis.launch.Progress;
import health.trellis.launch.Surroundings;
import health.trellis.notes.ProcessNoteCipher;
import health.trellis.testkit.inside.Cells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that Trellis needs around it in a test run, started by the launcher's own code: PostgreSQL
 * with the application's roles, Keycloak with its realm, the invented people, each on 127.0.0.1 and
 * on a port that was free. What is written lies below {@code target/it} and is new in each run.
 */
public final class Stage implements AutoCloseable {

  /** The property by which a test inside the server finds the database as its owner sees it. */
  private static final String OWNERS_URL = "trellis.it.owner";

  /** The property by which it finds where to write what it compared. */
  private static final String REPORT = "trellis.it.report";

  private static @Nullable Stage stage;

  private final Path folder = Path.of("target", "it").toAbsolutePath();
  private final Surroundings surroundings;
  private final Backstage backstage;
  private @Nullable Newcomers newcomers;

  private Stage() throws IOException {
    Leftovers.delete(folder);
    Files.createDirectories(folder);
    surroundings = Surroundings.start(Plan.forTests(folder.resolve("data")), Progress.silent());
    backstage = new Backstage(surroundings);
    logStatements();
    writeSettings();
    tellArquillian();
  }

  static synchronized void build() {
    try {
      stage = new Stage();
      Runtime.getRuntime().addShutdownHook(new Thread(Stage.get()::close, "end of the stage"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stage of this run. */
  public static synchronized Stage get() {
    if (stage == null) {
      throw new IllegalStateException("no test has asked for a server yet");
    }
    return stage;
  }

  /** Where a browser finds Trellis. */
  public URI address() {
    return URI.create(surroundings.plan().baseUrl());
  }

  /** Where a browser is sent to sign in. */
  public URI keycloak() {
    return URI.create(surroundings.plan().keycloakUrl());
  }

  /** The generated password of an invented person. */
  public String passwordOf(String userName) {
    String password = surroundings.signIns().get(userName);
    if (password == null && newcomers != null) {
      password = newcomers.passwords().get(userName);
    }
    if (password == null) {
      throw new IllegalArgumentException("nobody is called " + userName + " in the demonstration");
    }
    return password;
  }

  /** People of whom nothing was written yet; known to Keycloak from the first call on. */
  public synchronized Newcomers newcomers() {
    if (newcomers == null) {
      newcomers = Newcomers.welcome(surroundings);
    }
    return newcomers;
  }

  /** What the server seals process notes with. */
  ProcessNoteCipher cipher() {
    return ProcessNoteCipher.read(Settings.of(surroundings.environment()));
  }

  /** What the server has logged so far. */
  public Path log() {
    return folder.resolve("payara.log.0");
  }

  /** The database as its owner sees it: everything. */
  public Connection asOwner() throws SQLException {
    return surroundings.connectAsOwner();
  }

  /** The database as the application sees it: nothing, until a context was begun. */
  public Connection asApplication() throws SQLException {
    return surroundings.connectAsApplication();
  }

  /** What a test may do behind the servers' backs. */
  public Backstage backstage() {
    return backstage;
  }

  /** Before the application opens its first connection, so that every one of them is logged. */
  private void logStatements() throws IOException {
    try {
      backstage.logStatements(true);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void writeSettings() throws IOException {
    List<String> lines =
        surroundings.environment().entrySet().stream()
            .map(entry -> propertyOf(entry.getKey()) + "=" + entry.getValue())
            .sorted()
            .collect(Collectors.toCollection(ArrayList::new));
    lines.add(OWNERS_URL + "=" + backstage.ownersUrl());
    lines.add(REPORT + "=" + Path.of("target", "figures.txt").toAbsolutePath());
    lines.add("access.long=" + Cells.isLong());
    Files.write(folder.resolve("settings.properties"), lines);
  }

  private static String propertyOf(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** Fills what arquillian.xml leaves open. */
  private void tellArquillian() {
    Plan plan = surroundings.plan();
    System.setProperty("trellis.it.port", Integer.toString(plan.ports().trellis()));
    System.setProperty("trellis.it.folder", folder.toString());
    System.setProperty("trellis.it.java", String.join(" ", PayaraServer.javaOptions()));
    System.setProperty("trellis.it.payara", plan.installation().payaraJar().toString());
    System.setProperty(
        "trellis.it.preboot", plan.installation().config("payara/pre-boot.txt").toString());
  }

  /** Waits until the application says that it is ready; otherwise says what the server logged. */
  void awaitReady() {
    Readiness.await(address(), log());
  }

  /** Ends what the run started, and waits until it is gone. */
  @Override
  public synchronized void close() {
    surroundings.close();
    Leftovers.awaitChildren();
    Leftovers.deleteDeployedCopies();
  }
}
