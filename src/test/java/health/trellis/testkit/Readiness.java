package health.trellis.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the server says it is ready, and why not where it does not. */
final class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Readiness() {}

  static void await(URI trellis, Path log) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last;
    do {
      last = answer(trellis.resolve("/health/ready"));
      if (last.startsWith("200")) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    } while (System.nanoTime() < end);
    throw new IllegalStateException(
        "Trellis is not ready: /health/ready says " + last + "\n" + complaints(log));
  }

  private static String answer(URI address) {
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
                  HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return "nothing (" + e.getClass().getSimpleName() + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The severe lines of the server's log and the causes below them. */
  static String complaints(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(
              line -> line.contains("SEVERE") || line.matches(".*(Exception|Caused by|Error:).*"))
          .limit(40)
          .collect(Collectors.joining("\n", "From " + log + ":\n", ""));
    } catch (IOException e) {
      return "There is no server log at " + log;
    }
  }
}
