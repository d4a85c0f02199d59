package health.trellis.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Keycloak of Trellis's own, with its data in the launcher's PostgreSQL. It listens on one port
 * of 127.0.0.1, forms no cluster and opens no management port.
 */
public final class KeycloakServer {
  /** The name under which it is logged and recorded. */
  static final String NAME = "Keycloak";

  /** The client by which the launcher speaks to the admin API. */
  static final String LAUNCHER_CLIENT = "trellis-launcher";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xms128m",
          "-Xmx512m",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+ExitOnOutOfMemoryError",
          // Its transactions would otherwise hold a port of their own, just to have a number.
          "-DCoreEnvironmentBean.processImplementationClassName="
              + "com.arjuna.ats.internal.arjuna.utils.UuidProcessId");

  private final int port;
  private final ServerProcess process;

  private KeycloakServer(int port, ServerProcess process) {
    this.port = port;
    this.process = process;
  }

  /** What Keycloak must be told of its database, and of the client it makes in a new one. */
  static Map<String, String> database(String url, String password, String launcherSecret) {
    return Map.of(
        "KC_DB_URL", url,
        "KC_DB_USERNAME", "keycloak",
        "KC_DB_PASSWORD", password,
        "KC_BOOTSTRAP_ADMIN_CLIENT_ID", LAUNCHER_CLIENT,
        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", launcherSecret);
  }

  /** Starts the server and returns at once; {@link #await} waits for it. */
  static KeycloakServer start(
      KeycloakFiles files, DataFolder data, int port, Path themes, Map<String, String> database) {
    Map<String, String> environment = new HashMap<>(database);
    environment.put("KC_HTTP_ENABLED", "true");
    environment.put("KC_HTTP_HOST", "127.0.0.1");
    environment.put("KC_HTTP_PORT", Integer.toString(port));
    environment.put("KC_HOSTNAME", "http://localhost:" + port);
    environment.put("KC_CACHE", "local");
    environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
    environment.put("KC_DB_POOL_MIN_SIZE", "2");
    environment.put("KC_DB_POOL_MAX_SIZE", "10");
    environment.put("KC_SPI_THEME__FOLDER__DIR", themes.toString());
    List<String> command = files.command(JAVA_OPTIONS, List.of("start", "--optimized"));
    return new KeycloakServer(port, ServerProcess.start(NAME, data, command, environment));
  }

  /** Waits until it answers. */
  void await() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + "/realms/master"))
            .timeout(Duration.ofSeconds(5))
            .build();
    process.await(PATIENCE, () -> answers(client, request));
  }

  /** Its address on this machine, without a / at the end. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The name it gives itself in sign-ins. */
  String issuer(String realm) {
    return "http://localhost:" + port + "/realms/" + realm;
  }

  /** The process, for those who look at what it listens on. */
  ServerProcess process() {
    return process;
  }

  /** Ends the server. */
  void stop() {
    process.stop();
  }

  /** Whether a server gives a good answer to this request now. */
  static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("The start was broken off.", e);
    }
  }
}
