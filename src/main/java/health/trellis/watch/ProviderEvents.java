package health.trellis.watch;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events that Keycloak keeps of one realm, read as a client of that realm that may do nothing
 * else.
 */
public final class ProviderEvents {
  /** The client's name at Keycloak. */
  public static final String CLIENT = "trellis-events";

  /** How many are read at once. */
  static final int PAGE = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String address;
  private final String realm;
  private final String secret;
  private @Nullable String token;

  /**
   * Reads as {@link #CLIENT}.
   *
   * @param address of Keycloak, without a / at its end
   */
  public ProviderEvents(String address, String realm, String secret) {
    this.address = address;
    this.realm = realm;
    this.secret = secret;
  }

  /**
   * Up to {@link #PAGE} events from a moment on, the earliest first.
   *
   * @param from by Keycloak's clock
   * @param first how many of them to pass over
   * @throws UncheckedIOException where Keycloak does not answer, or not as it should
   */
  List<JsonObject> list(Instant from, int first) {
    String types =
        ProviderEvent.TYPES.stream()
            .sorted()
            .map(type -> "type=" + type)
            .collect(Collectors.joining("&"));
    String path =
        "/admin/realms/%s/events?dateFrom=%d&direction=asc&first=%d&max=%d&%s"
            .formatted(realm, Math.max(0, from.toEpochMilli()), first, PAGE, types);
    HttpResponse<String> response = read(path);
    if (response.statusCode() == 401) {
      token = null;
      response = read(path);
    }
    if (parse(good(response)) instanceof JsonArray events) {
      return events.getValuesAs(JsonObject.class);
    }
    throw trouble("Keycloak's answer is no list");
  }

  private HttpResponse<String> read(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token())
            .timeout(PATIENCE)
            .build());
  }

  private String token() {
    String known = token;
    if (known == null) {
      String form =
          "grant_type=client_credentials&client_id=%s&client_secret=%s"
              .formatted(CLIENT, URLEncoder.encode(secret, StandardCharsets.UTF_8));
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(address + "/realms/" + realm + "/protocol/openid-connect/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .timeout(PATIENCE)
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      if (!(parse(good(send(request))) instanceof JsonObject reply)
          || !(reply.get("access_token") instanceof JsonString fresh)) {
        throw trouble("Keycloak gave no token");
      }
      known = fresh.getString();
      token = known;
    }
    return known;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble("the reading was broken off");
    }
  }

  /** What it says, without its body: whatever stands there is for nobody's log. */
  private static String good(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw trouble("Keycloak answered " + response.statusCode());
    }
    return response.body();
  }

  private static JsonValue parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonException malformed) {
      throw trouble("Keycloak's answer is malformed");
    }
  }

  private static UncheckedIOException trouble(String what) {
    return new UncheckedIOException(what, new IOException(what));
  }
}
