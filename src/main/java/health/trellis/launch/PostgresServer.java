package health.trellis.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of Trellis's own, in the data folder. It listens on 127.0.0.1 alone, opens no socket
 * file, and asks everyone for a password; PostgreSQL refuses to run as root, so there it runs in a
 * user namespace in which nobody is root.
 */
public final class PostgresServer {
  /** The name under which it is logged and recorded. */
  static final String NAME = "PostgreSQL";

  private static final String SUPERUSER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresFiles files;
  private final DataFolder data;
  private final int port;
  private final Secrets secrets;
  private final ServerProcess process;

  private PostgresServer(
      PostgresFiles files, DataFolder data, int port, Secrets secrets, ServerProcess process) {
    this.files = files;
    this.data = data;
    this.port = port;
    this.secrets = secrets;
    this.process = process;
  }

  /** Starts the server on a folder that {@link #prepare} made, and waits until it answers. */
  static PostgresServer start(PostgresFiles files, DataFolder data, int port, Secrets secrets) {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(List.of(files.program("postgres"), "-D", cluster(data).toString()));
    settings(port).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    ServerProcess process = ServerProcess.start(NAME, data, command, Map.of("LC_ALL", "C"));
    PostgresServer server = new PostgresServer(files, data, port, secrets, process);
    process.await(PATIENCE, server::answers);
    return server;
  }

  /** Makes an empty database cluster where there is none, and refuses one of another version. */
  static void prepare(PostgresFiles files, DataFolder data, Secrets secrets) {
    Path cluster = cluster(data);
    if (!Files.exists(cluster)) {
      create(files, data, secrets);
      return;
    }
    String major = read(cluster.resolve("PG_VERSION"));
    if (!major.equals(Integer.toString(PostgresFiles.MAJOR))) {
      throw new Fault(
          "The database in %s was made by PostgreSQL %s and this Trellis brings %d: move it with pg_dump, or choose another folder with TRELLIS_DATA."
              .formatted(cluster, major, PostgresFiles.MAJOR));
    }
    if (!secrets.has(SUPERUSER)) {
      throw new Fault(
          "The passwords of the database in %s are gone: bring data/secrets.properties back from a backup, or move that folder away to start anew."
              .formatted(cluster));
    }
  }

  /** Ends a server that an earlier launcher left running here, and says whether there was one. */
  static boolean endLeftover(DataFolder data) {
    Path pidFile = postmaster(data);
    if (!Files.exists(pidFile)) {
      return false;
    }
    long pid = Long.parseLong(read(pidFile).lines().findFirst().orElse("0").strip());
    Optional<ProcessHandle> alive = ProcessHandle.of(pid).filter(PostgresServer::runsPostgres);
    try {
      if (alive.isPresent()) {
        alive.get().destroy();
        alive.get().onExit().get(30, TimeUnit.SECONDS);
        return true;
      }
      Files.deleteIfExists(pidFile);
      return false;
    } catch (Exception e) {
      throw new Fault(
          "A PostgreSQL of an earlier start (process %d) still uses the data folder and does not end: end it and try again."
              .formatted(pid),
          e);
    }
  }

  /** Where a database of this server is. */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** A connection as the superuser, who only creates roles and databases. */
  Connection connectAsSuperuser(String database) throws SQLException {
    return connect(database, SUPERUSER, secrets.get(SUPERUSER, 6));
  }

  /** A connection as one of the roles. */
  Connection connect(String database, String role, String password) throws SQLException {
    Properties who = new Properties();
    who.setProperty("user", role);
    who.setProperty("password", password);
    return DriverManager.getConnection(url(database), who);
  }

  /** The process, for those who look at what it listens on. */
  ServerProcess process() {
    return process;
  }

  /** Ends the server, unless it has ended already; what was committed is on disk. */
  void stop() {
    if (Files.exists(postmaster(data))) {
      stop(files, data);
    }
    process.stopped();
  }

  private boolean answers() {
    try (Connection connection = connectAsSuperuser(SUPERUSER)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The file that is there while the server runs. */
  private static Path postmaster(DataFolder data) {
    return cluster(data).resolve("postmaster.pid");
  }

  private static Path cluster(DataFolder data) {
    return data.resolve("postgres");
  }

  private static Map<String, String> settings(int port) {
    return Map.of(
        "listen_addresses", "127.0.0.1",
        "port", Integer.toString(port),
        "unix_socket_directories", "",
        "max_connections", "80",
        "jit", "off",
        "log_error_verbosity", "terse",
        "log_timezone", "UTC",
        "timezone", "UTC");
  }

  private static void create(PostgresFiles files, DataFolder data, Secrets secrets) {
    Path draft = data.resolve("postgres.new");
    Path password = data.resolve("postgres.password");
    try {
      PostgresFiles.deleteAll(draft);
      Files.deleteIfExists(password);
      DataFolder.writePrivately(password, secrets.get(SUPERUSER, 6));
      List<String> command = new ArrayList<>(unprivileged());
      command.addAll(
          List.of(files.program("initdb"), "-D", draft.toString(), "-U", SUPERUSER, "-A"));
      command.addAll(List.of("scram-sha-256", "--pwfile", password.toString(), "--encoding=UTF8"));
      command.addAll(List.of("--locale=C", "--locale-provider=builtin"));
      command.add("--builtin-locale=C.UTF-8");
      run(data, command);
      Files.move(draft, cluster(data));
      Files.delete(password);
    } catch (IOException e) {
      throw new Fault("The database could not be made in " + data.path() + ": see its logs.", e);
    }
  }

  private static void stop(PostgresFiles files, DataFolder data) {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(List.of(files.program("pg_ctl"), "-D", cluster(data).toString()));
    command.addAll(List.of("-m", "fast", "-w", "-t", "30", "stop"));
    run(data, command);
  }

  private static void run(DataFolder data, List<String> command) {
    Path log = data.folder("logs").resolve("postgresql.tools.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("LC_ALL", "C");
    try {
      if (Interrupted.unless(builder.start()) != 0) {
        throw new Fault("A program of PostgreSQL failed: read why in " + log + ".");
      }
    } catch (IOException e) {
      throw new Fault("PostgreSQL's programs cannot be run here: " + e.getMessage() + ".", e);
    }
  }

  /** What to put before a command so that it does not run as root. */
  private static List<String> unprivileged() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    return Stream.of("/usr/bin/unshare", "/bin/unshare")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .map(path -> List.of(path, "-U"))
        .orElseThrow(
            () ->
                new Fault(
                    "PostgreSQL does not run as root and the program unshare is missing: start Trellis as another user, or install util-linux."));
  }

  private static boolean runsPostgres(ProcessHandle handle) {
    return handle.info().command().map(c -> c.contains("postgres")).orElse(false);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be read: give your user the right to.", e);
    }
  }
}
