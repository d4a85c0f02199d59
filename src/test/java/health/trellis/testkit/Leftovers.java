package health.trellis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a run would leave behind on the machine, and how it is cleared away. */
final class Leftovers {

  private static final int PATIENCE_SECONDS = 30;

  private Leftovers() {}

  /** Deletes a folder and all below it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  /** Waits for the processes this one started; ends those that stay. */
  static void awaitChildren() {
    ProcessHandle.current().descendants().forEach(Leftovers::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
    }
  }

  /**
   * The connector copies the WAR to the temporary folder, which pom.xml sets, and leaves it there.
   */
  static void deleteDeployedCopies() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> paths = Files.list(temporary)) {
      for (Path copy :
          paths
              .filter(path -> path.getFileName().toString().matches("arquillian-payara-micro\\d+"))
              .toList()) {
        delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
