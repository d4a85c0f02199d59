package health.trellis.people;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of the people whom Trellis invites, at Keycloak, through a client of the realm that
 * may manage accounts. An account is known by the person's id, so that a try that broke off finds
 * what an earlier one made. A try ends within half a minute, and two of them go on at once at most,
 * so that a Keycloak that hangs holds up nothing else.
 */
@ApplicationScoped
class Accounts {
  private static final Logger LOG = Logger.getLogger(Accounts.class.getName());

  /** The client's name at Keycloak. */
  private static final String CLIENT = "trellis-people";

  private static final String REALMS = "/realms/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration VALID = Duration.ofDays(3);
  private static final int AT_ONCE = 2;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  @Inject private Settings settings;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Semaphore tries = new Semaphore(AT_ONCE);

  /**
   * How far a try came.
   *
   * @param sub the account's identity; null where there is none
   * @param stopped what stopped it; null where the mail is on its way
   */
  record Reached(@Nullable String sub, @Nullable Trouble stopped) {}

  /** Keycloak, as one try speaks to it until its time is over. */
  private record Line(String token, long end) {}

  /**
   * Makes the account, or finds it where it was made before, and has Keycloak send a mail by which
   * the person confirms the address and chooses a password; staff are asked for a second factor at
   * the first sign-in.
   */
  Reached invite(Invitee invitee) {
    if (!tries.tryAcquire()) {
      return new Reached(null, Trouble.PROVIDER);
    }
    String sub = invitee.sub();
    try {
      Line line = line(System.nanoTime() + PATIENCE.toNanos());
      if (sub == null) {
        sub = make(line, invitee);
      }
      if (!write(line, sub)) {
        sub = make(line, invitee); // it was deleted there
        write(line, sub);
      }
      return new Reached(sub, null);
    } catch (InvitationStopped stopped) {
      LOG.log(
          Level.WARNING,
          "The invitation of {0} stopped: {1}",
          new Object[] {invitee.id(), stopped.getMessage()});
      return new Reached(sub, stopped.trouble());
    } finally {
      tries.release();
    }
  }

  private String make(Line line, Invitee invitee) throws InvitationStopped {
    int status = send(line, "POST", "/users", account(invitee)).statusCode();
    if (status == CONFLICT && removeEarlier(line, invitee)) {
      status = send(line, "POST", "/users", account(invitee)).statusCode();
    }
    if (status == BAD_REQUEST) {
      throw new InvitationStopped(Trouble.REFUSED, "Keycloak takes no such name or address");
    }
    if (status != CREATED && status != CONFLICT) {
      throw away("answered " + status + " to a new account");
    }
    JsonArray found = find(line, invitee);
    if (found.isEmpty()) {
      throw new InvitationStopped(Trouble.TAKEN, "somebody has an account with this address");
    }
    String sub = found.getJsonObject(0).getString("id");
    if (invitee.staff()) {
      markAsStaff(line, sub);
    }
    return sub;
  }

  private JsonArray find(Line line, Invitee invitee) throws InvitationStopped {
    return list(send(line, "GET", "/users?exact=true&username=" + nameOf(invitee), null));
  }

  /**
   * Whether there was an account of this person's, and is no more: one that an earlier try left, or
   * whose mail went to another address. Nobody has signed in by it, and whoever read that mail may
   * have changed it since, so that no such account is taken over.
   */
  private boolean removeEarlier(Line line, Invitee invitee) throws InvitationStopped {
    JsonArray found = find(line, invitee);
    for (JsonObject account : found.getValuesAs(JsonObject.class)) {
      int status = send(line, "DELETE", "/users/" + account.getString("id"), null).statusCode();
      if (status != NO_CONTENT) {
        throw away("answered " + status + " to an account to be removed");
      }
    }
    return !found.isEmpty();
  }

  /** Whether there is such an account; it is written to then. */
  private boolean write(Line line, String sub) throws InvitationStopped {
    String path =
        "/users/%s/execute-actions-email?client_id=%s&lifespan=%d"
            .formatted(sub, settings.text(Setting.OIDC_CLIENT_ID), VALID.toSeconds());
    JsonArray actions =
        Json.createArrayBuilder().add("VERIFY_EMAIL").add("UPDATE_PASSWORD").build();
    int status;
    try {
      status = send(line, "PUT", path, actions).statusCode();
    } catch (InvitationStopped away) {
      throw new InvitationStopped(Trouble.MAIL, away.getMessage() + " while it sent a mail");
    }
    if (status != NOT_FOUND && status / 100 != 2) {
      throw new InvitationStopped(Trouble.MAIL, "Keycloak answered " + status + " to a mail");
    }
    return status != NOT_FOUND;
  }

  /** Staff are asked for a second factor by a role of the realm. */
  private void markAsStaff(Line line, String sub) throws InvitationStopped {
    String path = "/users/" + sub + "/role-mappings/realm";
    for (JsonObject role :
        list(send(line, "GET", path + "/available", null)).getValuesAs(JsonObject.class)) {
      if (role.getString("name").equals("staff")) {
        HttpResponse<String> marked =
            send(line, "POST", path, Json.createArrayBuilder().add(role).build());
        if (marked.statusCode() != NO_CONTENT) {
          throw away("answered " + marked.statusCode() + " to a role");
        }
      }
    }
  }

  private static String nameOf(Invitee invitee) {
    return "person-" + invitee.id();
  }

  /** Of staff with their name, by which an administrator of Keycloak finds them; of clients not. */
  private static JsonObject account(Invitee invitee) {
    JsonObjectBuilder account = Json.createObjectBuilder();
    if (invitee.staff()) {
      int last = invitee.name().lastIndexOf(' ');
      account.add("firstName", invitee.name().substring(0, Math.max(0, last)));
      account.add("lastName", invitee.name().substring(last + 1));
    }
    return account
        .add("username", nameOf(invitee))
        .add("email", invitee.email())
        .add("enabled", true)
        .add(
            "attributes",
            Json.createObjectBuilder()
                .add("locale", Json.createArrayBuilder().add(invitee.language())))
        .add(
            "requiredActions", Json.createArrayBuilder().add("VERIFY_EMAIL").add("UPDATE_PASSWORD"))
        .build();
  }

  private Line line(long end) throws InvitationStopped {
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
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            end);
    if (parse(answer) instanceof JsonObject reply && reply.containsKey("access_token")) {
      return new Line(reply.getString("access_token"), end);
    }
    throw away("gave no token");
  }

  private HttpResponse<String> send(Line line, String method, String path, @Nullable JsonValue body)
      throws InvitationStopped {
    String issuer = settings.text(Setting.OIDC_ISSUER);
    int realm = issuer.lastIndexOf(REALMS);
    return send(
        HttpRequest.newBuilder(
                URI.create(issuer.substring(0, realm) + "/admin" + issuer.substring(realm) + path))
            .header("Authorization", "Bearer " + line.token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        line.end());
  }

  /** A request's own limit ends with the head of the answer; this one with its body. */
  private HttpResponse<String> send(HttpRequest request, long end) throws InvitationStopped {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
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
