package health.trellis.people;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
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
import org.jspecify.annotations.Nullable;

/**
 * The accounts of the people whom Trellis invites, at Keycloak, through a client of the realm that
 * may do nothing else. An account is known by the person's id, so that a try that broke off finds
 * what an earlier one made.
 */
@ApplicationScoped
class Accounts {
  /** The client's name at Keycloak. */
  private static final String CLIENT = "trellis-people";

  private static final String REALMS = "/realms/";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration VALID = Duration.ofDays(3);
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int CONFLICT = 409;

  @Inject private Settings settings;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Makes the account, or finds it where it was made before.
   *
   * @return its identity
   * @throws InvitationStopped where Keycloak is away, or somebody else has the address
   */
  String make(Invitee invitee) throws InvitationStopped {
    String token = token();
    HttpResponse<String> made = send(token, "POST", "/users", account(invitee));
    if (made.statusCode() != CREATED && made.statusCode() != CONFLICT) {
      throw away("answered " + made.statusCode() + " to a new account");
    }
    JsonArray found =
        list(send(token, "GET", "/users?exact=true&username=" + nameOf(invitee), null));
    if (found.isEmpty()) {
      throw new InvitationStopped(Trouble.TAKEN, "somebody has an account with this address");
    }
    String sub = found.getJsonObject(0).getString("id");
    markAsStaff(token, sub);
    return sub;
  }

  /**
   * Has Keycloak send a mail by which the person confirms the address and chooses a password; a
   * second factor is asked for at the first sign-in.
   *
   * @throws InvitationStopped where Keycloak is away or cannot send
   */
  void write(String sub) throws InvitationStopped {
    String path =
        "/users/%s/execute-actions-email?client_id=%s&lifespan=%d"
            .formatted(sub, settings.text(Setting.OIDC_CLIENT_ID), VALID.toSeconds());
    JsonArray actions =
        Json.createArrayBuilder().add("VERIFY_EMAIL").add("UPDATE_PASSWORD").build();
    int status = send(token(), "PUT", path, actions).statusCode();
    if (status / 100 != 2) {
      throw new InvitationStopped(Trouble.MAIL, "Keycloak answered " + status + " to a mail");
    }
  }

  /** Staff are asked for a second factor by a role of the realm. */
  private void markAsStaff(String token, String sub) throws InvitationStopped {
    String path = "/users/" + sub + "/role-mappings/realm";
    for (JsonObject role :
        list(send(token, "GET", path + "/available", null)).getValuesAs(JsonObject.class)) {
      if (role.getString("name").equals("staff")) {
        HttpResponse<String> marked =
            send(token, "POST", path, Json.createArrayBuilder().add(role).build());
        if (marked.statusCode() != NO_CONTENT) {
          throw away("answered " + marked.statusCode() + " to a role");
        }
      }
    }
  }

  private static String nameOf(Invitee invitee) {
    return "person-" + invitee.id();
  }

  private static JsonObject account(Invitee invitee) {
    int last = invitee.name().lastIndexOf(' ');
    return Json.createObjectBuilder()
        .add("username", nameOf(invitee))
        .add("email", invitee.email())
        .add("firstName", invitee.name().substring(0, Math.max(0, last)))
        .add("lastName", invitee.name().substring(last + 1))
        .add("enabled", true)
        .add(
            "attributes",
            Json.createObjectBuilder()
                .add("locale", Json.createArrayBuilder().add(invitee.language())))
        .add(
            "requiredActions", Json.createArrayBuilder().add("VERIFY_EMAIL").add("UPDATE_PASSWORD"))
        .build();
  }

  private String token() throws InvitationStopped {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(
                CLIENT,
                URLEncoder.encode(
                    settings.text(Setting.KEYCLOAK_PEOPLE_SECRET), StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(
                        settings.text(Setting.OIDC_ISSUER) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    if (parse(answer) instanceof JsonObject reply && reply.containsKey("access_token")) {
      return reply.getString("access_token");
    }
    throw away("gave no token");
  }

  private HttpResponse<String> send(
      String token, String method, String path, @Nullable JsonValue body) throws InvitationStopped {
    String issuer = settings.text(Setting.OIDC_ISSUER);
    int realm = issuer.lastIndexOf(REALMS);
    return send(
        HttpRequest.newBuilder(
                URI.create(issuer.substring(0, realm) + "/admin" + issuer.substring(realm) + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws InvitationStopped {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw away("does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("was not waited for");
    }
  }

  private static JsonArray list(HttpResponse<String> answer) throws InvitationStopped {
    if (parse(answer) instanceof JsonArray list) {
      return list;
    }
    throw away("gave no list");
  }

  private static JsonValue parse(HttpResponse<String> answer) throws InvitationStopped {
    if (answer.statusCode() != 200) {
      throw away("answered " + answer.statusCode());
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readValue();
    } catch (JsonException malformed) {
      throw away("gave a malformed answer");
    }
  }

  private static InvitationStopped away(String what) {
    return new InvitationStopped(Trouble.PROVIDER, "Keycloak " + what);
  }
}
