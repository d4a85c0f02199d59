package health.trellis.launch;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keycloak's admin REST API, spoken to as the launcher's own client. */
final class KeycloakAdmin {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String clientId;
  private final String secret;
  private @Nullable String token;

  KeycloakAdmin(String address, String clientId, String secret) {
    this.address = address;
    this.clientId = clientId;
    this.secret = secret;
  }

  /** Reads what is at a path, or nothing where there is nothing. */
  Optional<JsonValue> find(String path) {
    HttpResponse<String> response = send("GET", path, null);
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    return Optional.of(parse(good(response, "GET", path)));
  }

  /** Reads what is at a path. */
  JsonValue get(String path) {
    return parse(good(send("GET", path, null), "GET", path));
  }

  /** Sends a change. */
  void change(String method, String path, @Nullable JsonValue body) {
    good(send(method, path, body), method, path);
  }

  private HttpResponse<String> send(String method, String path, @Nullable JsonValue body) {
    HttpResponse<String> response = sendOnce(method, path, body);
    if (response.statusCode() == 401) {
      token = null;
      response = sendOnce(method, path, body);
    }
    return response;
  }

  private HttpResponse<String> sendOnce(String method, String path, @Nullable JsonValue body) {
    HttpRequest.BodyPublisher content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    return exchange(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, content)
            .build());
  }

  private String token() {
    String known = token;
    if (known != null) {
      return known;
    }
    String path = "/realms/master/protocol/openid-connect/token";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(PATIENCE)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id="
                        + encode(clientId)
                        + "&client_secret="
                        + encode(secret)))
            .build();
    JsonObject reply = parse(good(exchange(request), "POST", path)).asJsonObject();
    String fresh = reply.getString("access_token");
    token = fresh;
    return fresh;
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Fault("Keycloak at " + address + " does not answer: see its log and try again.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("The start was broken off.", e);
    }
  }

  private static String good(HttpResponse<String> response, String method, String path) {
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    throw new Fault(
        "Keycloak answered %d to %s %s: %s"
            .formatted(response.statusCode(), method, path, response.body()));
  }

  private static JsonValue parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
