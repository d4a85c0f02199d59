package health.trellis.thread;

import health.trellis.beliefs.BeliefTheme;
import health.trellis.inventory.AnsweredInventory;
import health.trellis.inventory.InventoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Which themes of beliefs may stand under a high answer to an item, as a file beside the
 * inventories says it: {@code suggestions/CODE-VERSION.properties}. The definitions themselves are
 * locked once they are used; what they suggest may be thought over. An inventory without such a
 * file suggests nothing.
 *
 * @param themes the themes of each item, by its code
 */
record Suggestions(Map<String, List<BeliefTheme>> themes) {
  /** How many questions are asked at once. */
  static final int MOST = 5;

  Suggestions {
    themes = Map.copyOf(themes);
  }

  /** What is suggested of one version of an inventory, in every language. */
  static Suggestions of(InventoryCode code, int version) {
    String file = "/suggestions/" + code + "-" + version + ".properties";
    try (InputStream in = Suggestions.class.getResourceAsStream(file)) {
      if (in == null) {
        return new Suggestions(Map.of());
      }
      Properties lines = new Properties();
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, List<BeliefTheme>> themes = new HashMap<>();
      lines.stringPropertyNames().forEach(item -> themes.put(item, read(lines.getProperty(item))));
      return new Suggestions(themes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static List<BeliefTheme> read(String names) {
    return Arrays.stream(names.split(",")).map(String::strip).map(BeliefTheme::valueOf).toList();
  }

  /**
   * The questions that these answers raise: of each item with the highest answer there is the
   * themes that are not held yet, in the order asked.
   */
  List<Suggestion> from(AnsweredInventory answered, Set<BeliefTheme> held) {
    return answered.items().stream()
        .filter(item -> item.most())
        .map(
            item ->
                new Suggestion(
                    item,
                    themes.getOrDefault(item.code().value(), List.of()).stream()
                        .filter(theme -> !held.contains(theme))
                        .toList()))
        .filter(suggestion -> !suggestion.themes().isEmpty())
        .limit(MOST)
        .toList();
  }
}
