package health.trellis.launch;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of {@code config/keycloak/steps}: the calls of the admin API that change the realm in
 * one way. A step with a number is made once; a step that begins with {@code always} is made again
 * whenever what it says has changed, for it depends on the settings.
 */
final class RealmStep {
  private final String name;
  private final String text;

  private RealmStep(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Reads a step from its file. */
  static RealmStep read(Path file) {
    try {
      String name = String.valueOf(file.getFileName()).replace(".json", "");
      return new RealmStep(name, Files.readString(file));
    } catch (IOException e) {
      throw new Fault("The realm step " + file + " cannot be read.", e);
    }
  }

  /** The name under which the realm remembers it. */
  String name() {
    return name;
  }

  /** Whether it is made again when it has changed. */
  boolean repeats() {
    return name.startsWith("always");
  }

  /** What the realm remembers of it: the file's hash, or where it repeats that of what it sent. */
  String hash(Map<String, String> values) {
    return Hash.of(repeats() ? fill(text, values) : text).substring(0, 16);
  }

  /** Makes the step's calls, one after another. */
  void apply(KeycloakAdmin keycloak, Map<String, String> values) {
    Map<String, String> known = new HashMap<>(values);
    for (JsonValue value : parse(text).getJsonArray("calls")) {
      JsonObject call = parse(fill(value.toString(), known));
      String method = call.getString("method");
      if (method.equals("GET")) {
        JsonObject keep = call.getJsonObject("keep");
        known.put(keep.getString("as"), look(keycloak.get(call.getString("path")), keep));
      } else {
        keycloak.change(method, call.getString("path"), call.get("body"));
      }
    }
  }

  /** Finds one entry in a list, or takes the one that came alone, and takes one of its fields. */
  private String look(JsonValue found, JsonObject keep) {
    List<? extends JsonValue> list =
        found instanceof JsonObject alone ? List.of(alone) : found.asJsonArray();
    for (JsonValue entry : list) {
      JsonObject object = entry.asJsonObject();
      boolean wanted =
          keep.getJsonObject("where").entrySet().stream()
              .allMatch(wish -> wish.getValue().equals(object.get(wish.getKey())));
      if (wanted) {
        return object.getString(keep.getString("field"));
      }
    }
    throw new Fault("The realm step " + name + " did not find what it asks for: " + keep);
  }

  private String fill(String template, Map<String, String> values) {
    String filled = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", inJson(value.getValue()));
    }
    return filled;
  }

  /** As it stands between the quotes of a text in JSON. */
  private static String inJson(String value) {
    String quoted = Json.createValue(value).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  private JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new Fault("The realm step " + name + " is malformed: " + e.getMessage(), e);
    }
  }
}
