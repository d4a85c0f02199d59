package health.trellis.launch;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The realm {@code trellis}, brought up to date step by step like a database. Which steps were made
 * stands in the realm's own attributes, so a realm that exists is never imported over.
 */
final class Realm {
  /** The realm's name, as it stands in its address. */
  static final String NAME = "trellis";

  private static final String PATH = "/admin/realms/" + NAME;
  private static final String MARK = "trellis.step.";

  private final KeycloakAdmin keycloak;
  private final List<RealmStep> steps;

  /**
   * The realm as a folder of steps describes it.
   *
   * @param folder with {@code 001-….json} and so on
   */
  Realm(KeycloakAdmin keycloak, Path folder) {
    this.keycloak = keycloak;
    this.steps = steps(folder);
  }

  /**
   * Makes the steps that are missing.
   *
   * @param values what stands in place of <code>${name}</code> in a step
   * @return how many there were
   */
  int update(Map<String, String> values) {
    Map<String, String> made = made();
    int count = 0;
    for (RealmStep step : steps) {
      String hash = step.hash(values);
      String before = made.get(step.name());
      if (before != null && !before.equals(hash) && !step.repeats()) {
        throw new Fault(
            "The realm step %s was changed after it had been made: bring it back and write the change as a new step."
                .formatted(step.name()));
      }
      if (before == null || !before.equals(hash)) {
        step.apply(keycloak, values);
        remember(step.name(), hash);
        count++;
      }
    }
    return count;
  }

  private Map<String, String> made() {
    Map<String, String> made = new HashMap<>();
    keycloak
        .find(PATH)
        .map(realm -> realm.asJsonObject().getJsonObject("attributes"))
        .ifPresent(
            attributes ->
                attributes.forEach(
                    (name, value) -> {
                      if (name.startsWith(MARK) && value instanceof JsonString text) {
                        made.put(name.substring(MARK.length()), text.getString());
                      }
                    }));
    return made;
  }

  private void remember(String step, String hash) {
    JsonObject attributes = keycloak.get(PATH).asJsonObject().getJsonObject("attributes");
    JsonObjectBuilder changed =
        attributes == null ? Json.createObjectBuilder() : Json.createObjectBuilder(attributes);
    JsonValue body =
        Json.createObjectBuilder()
            .add("realm", NAME)
            .add("attributes", changed.add(MARK + step, hash))
            .build();
    keycloak.change("PUT", PATH, body);
  }

  private static List<RealmStep> steps(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<RealmStep> steps = new ArrayList<>();
      files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .forEach(file -> steps.add(RealmStep.read(file)));
      return steps;
    } catch (IOException e) {
      throw new Fault("The realm's steps in " + folder + " cannot be read.", e);
    }
  }
}
