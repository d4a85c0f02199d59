package health.trellis.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What a running Trellis says of itself while a part of it does not answer: first Keycloak, which
 * goes on afterwards, then PostgreSQL, which does not.
 *
 * @param withoutKeycloak the health page while Keycloak hangs, with its status before it
 * @param afterwards the same once Keycloak goes on
 * @param withoutDatabase the same after PostgreSQL ended
 */
record Outages(String withoutKeycloak, String afterwards, String withoutDatabase) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Outages cause(Path data, URI trellis) throws IOException, InterruptedException {
    URI health = trellis.resolve("/health/ready");
    long keycloak = number(data.resolve("running/keycloak"));
    signal("STOP", keycloak);
    String withoutKeycloak = await(health, "\"keycloak\":\"down\"");
    signal("CONT", keycloak);
    String afterwards = await(health, "\"keycloak\":\"up\"");
    signal("INT", number(data.resolve("postgres/postmaster.pid")));
    String withoutDatabase = await(health, "\"database\":\"down\"");
    return new Outages(withoutKeycloak, afterwards, withoutDatabase);
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip().split("\\s", 2)[0]);
  }

  private static void signal(String name, long process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
  }

  private static String await(URI address, String word) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    String last = "";
    while (!last.contains(word) && Instant.now().isBefore(end)) {
      last = answer(address).replaceAll("\\s", "");
    }
    return last;
  }

  private static String answer(URI address) throws InterruptedException {
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException refused) {
      return refused.toString();
    }
  }
}
