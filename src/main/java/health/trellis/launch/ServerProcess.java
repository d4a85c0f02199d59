package health.trellis.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One running server. It writes to a log file of its own and its process id is written down in the
 * data folder, so that the next start can end what an unclean death left behind.
 */
final class ServerProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final Process process;
  private final Path record;
  private final Path log;

  private ServerProcess(String name, Process process, Path record, Path log) {
    this.name = name;
    this.process = process;
    this.record = record;
    this.log = log;
  }

  /**
   * Starts a server.
   *
   * @param name as people call it; its lower case names the log
   * @param environment what the server is told beside the usual variables
   */
  static ServerProcess start(
      String name, DataFolder data, List<String> command, Map<String, String> environment) {
    Path log = freshLog(data, name);
    ProcessBuilder builder =
        new ProcessBuilder(detached(command))
            .directory(data.path().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.environment().keySet().removeIf(ServerProcess::isOurs);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Path record = record(data, name);
      Files.writeString(record, process.pid() + " " + startOf(process.toHandle()));
      return new ServerProcess(name, process, record, log);
    } catch (IOException e) {
      throw new Fault(
          name + " could not be started (" + e.getMessage() + "): see that it may be run here.", e);
    }
  }

  /** Ends a server that an earlier launcher left running, and says whether there was one. */
  static boolean endLeftover(DataFolder data, String name) {
    Path record = record(data, name);
    if (!Files.exists(record)) {
      return false;
    }
    Optional<ProcessHandle> leftover = leftover(record);
    leftover.ifPresent(handle -> end(handle, PATIENCE));
    delete(record);
    return leftover.isPresent();
  }

  /** Waits until the server answers. */
  void await(Duration atMost, BooleanSupplier ready) {
    Instant end = Instant.now().plus(atMost);
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new Fault("%s stopped while it was starting: read why in %s.".formatted(name, log));
      }
      if (Instant.now().isAfter(end)) {
        throw new Fault(
            "%s did not answer within %d seconds: read why in %s."
                .formatted(name, atMost.toSeconds(), log));
      }
      Interrupted.unless(100);
    }
  }

  /** The server's process. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Where the server writes what it does. */
  Path log() {
    return log;
  }

  /** What the server wrote so far. */
  String logged() {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new Fault("The log " + log + " cannot be read: give your user the right to.", e);
    }
  }

  /** Asks the server to end, and ends it where it does not. */
  void stop() {
    end(process.toHandle(), PATIENCE);
    delete(record);
  }

  /** Waits for the end of a server that was told to end in another way. */
  void stopped() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    delete(record);
  }

  /**
   * A command that the terminal's Ctrl-C does not reach, so that the launcher alone decides in
   * which order servers end.
   */
  private static List<String> detached(List<String> command) {
    Path setsid = Path.of("/usr/bin/setsid");
    if (!Files.isExecutable(setsid)) {
      return command;
    }
    List<String> whole = new ArrayList<>(List.of(setsid.toString()));
    whole.addAll(command);
    return whole;
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("TRELLIS_")
        || variable.startsWith("KC_")
        || variable.startsWith("PG")
        || variable.startsWith("QUARKUS_")
        || variable.startsWith("MAVEN_");
  }

  private static Path record(DataFolder data, String name) {
    return data.folder("running").resolve(name.toLowerCase(Locale.ROOT));
  }

  private static Path freshLog(DataFolder data, String name) {
    String file = name.toLowerCase(Locale.ROOT);
    Path log = data.folder("logs").resolve(file + ".log");
    try {
      if (Files.exists(log)) {
        Path before = log.resolveSibling(file + ".previous.log");
        Files.move(log, before, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new Fault("The log " + log + " cannot be written: see that its folder can be.", e);
    }
    return log;
  }

  private static File nothing() {
    return new File(PostgresFiles.isWindows() ? "NUL" : "/dev/null");
  }

  private static Optional<ProcessHandle> leftover(Path record) {
    try {
      String[] words = Files.readString(record).strip().split(" ", 2);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(handle -> words.length > 1 && near(startOf(handle), Long.parseLong(words[1])));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean near(long one, long other) {
    return Math.abs(one - other) < 2_000;
  }

  private static long startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static void end(ProcessHandle handle, Duration patience) {
    List<ProcessHandle> all = new ArrayList<>(handle.descendants().toList());
    all.add(handle);
    handle.destroy();
    try {
      handle.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Not gone by itself: it is ended below.
    }
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }

  private static void delete(Path record) {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new Fault(
          "The file " + record + " cannot be deleted: see that its folder can be written.", e);
    }
  }
}
