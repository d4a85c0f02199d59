package health.trellis.launch;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The invented people of the demonstration and their passwords, which are made at the first start.
 * They sign in without a second factor; a realm for real people has none of them.
 */
final class DemoSignIns {
  private static final String USERS = "/admin/realms/" + Realm.NAME + "/users";
  private static final int PASSWORD_GROUPS = 4;

  private final Secrets passwords;
  private final JsonArray people;

  /**
   * The people that a file describes.
   *
   * @param file {@code config/keycloak/demo/people.json}
   * @param passwords where each one's password is kept
   */
  DemoSignIns(Path file, Secrets passwords) {
    this.passwords = passwords;
    try (Reader text = Files.newBufferedReader(file);
        JsonReader reader = Json.createReader(text)) {
      people = reader.readArray();
    } catch (IOException e) {
      throw new Fault("The file " + file + " is missing: bring it back from the project.", e);
    }
  }

  /** Sees that each of them can sign in, and tells their identities. */
  List<DemoUser> register(KeycloakAdmin keycloak) {
    List<DemoUser> users = new ArrayList<>();
    for (JsonValue person : people) {
      JsonObject wanted = person.asJsonObject();
      String userName = wanted.getString("username");
      String path = USERS + "?exact=true&username=" + userName;
      boolean known = passwords.has(userName);
      String password = passwords.get(userName, PASSWORD_GROUPS);
      JsonArray found = keycloak.get(path).asJsonArray();
      if (found.isEmpty()) {
        keycloak.change("POST", USERS, user(wanted, password));
        found = keycloak.get(path).asJsonArray();
      } else if (!known) {
        String id = found.getJsonObject(0).getString("id");
        keycloak.change("PUT", USERS + "/" + id + "/reset-password", credential(password).build());
      }
      users.add(new DemoUser(userName, found.getJsonObject(0).getString("id")));
    }
    return users;
  }

  /** The user names, in the order of the file, with their passwords. */
  List<Map.Entry<String, String>> list() {
    return people.stream()
        .map(person -> person.asJsonObject().getString("username"))
        .map(userName -> Map.entry(userName, passwords.get(userName, PASSWORD_GROUPS)))
        .toList();
  }

  private static JsonObject user(JsonObject wanted, String password) {
    return Json.createObjectBuilder(wanted)
        .add("enabled", true)
        .add("emailVerified", true)
        .add("credentials", Json.createArrayBuilder().add(credential(password)))
        .build();
  }

  private static JsonObjectBuilder credential(String password) {
    return Json.createObjectBuilder()
        .add("type", "password")
        .add("value", password)
        .add("temporary", false);
  }
}
