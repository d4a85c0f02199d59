package health.trellis.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The launcher's servers, started, stopped and killed one by one. */
public final class DrivenServers implements AutoCloseable {
  private final Surroundings surroundings;
  private final Backstage backstage;
  private @Nullable PayaraServer payara;

  private DrivenServers(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.backstage = new Backstage(surroundings);
  }

  /** Starts PostgreSQL and Keycloak with everything in them new. */
  public static DrivenServers start(Path data, Progress progress) throws IOException {
    PostgresFiles.deleteAll(data);
    return new DrivenServers(Surroundings.start(Plan.forTests(data), progress));
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

  /** Ends Payara without a word, as kill -9 does. */
  public void killPayara() {
    kill(ProcessHandle.of(payara()).orElseThrow());
  }

  /** Ends every process of PostgreSQL without a word. */
  public void killDatabase() throws IOException {
    String first =
        Files.readAllLines(surroundings.data().resolve("postgres/postmaster.pid")).get(0);
    kill(ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow());
  }

  /**
   * Starts PostgreSQL again with so much memory for its data as a server of its own would have.
   *
   * @param sharedBuffers as PostgreSQL writes it, such as 2GB
   */
  public void startDatabaseWith(String sharedBuffers) throws IOException, SQLException {
    try (Connection superuser = backstage.asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("alter system set shared_buffers = '" + sharedBuffers + "'");
    }
    killDatabase();
    startDatabase();
  }

  /** Starts PostgreSQL again on what it had written. */
  public void startDatabase() {
    Plan plan = surroundings.plan();
    PostgresServer server =
        PostgresServer.start(
            PostgresFiles.in(plan.servers()),
            surroundings.data(),
            plan.ports().postgres(),
            new Secrets(surroundings.data().resolve("secrets.properties"), ""));
    surroundings.running().add(server::stop);
  }

  /** Waits until Trellis says that all its parts are there. */
  public void awaitReady() {
    PayaraServer server = payara;
    if (server != null) {
      server.await();
    }
  }

  private static void kill(ProcessHandle process) {
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
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

  /** What a test does behind the servers' backs. */
  public Backstage backstage() {
    return backstage;
  }

  @Override
  public void close() {
    surroundings.close();
  }
}
