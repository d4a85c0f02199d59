package health.trellis.inventory;

import java.util.Map;

/**
 * An inventory as read from a file, with the lines its parts stand on.
 *
 * @param file the name of the file
 * @param inventory what it defines
 * @param lines the line of each part, by its {@link Subject}
 */
record Definition(String file, Inventory inventory, Map<String, Integer> lines) {
  Definition {
    lines = Map.copyOf(lines);
  }

  /** The line of a part, or the first where the part has none of its own. */
  int line(String subject) {
    return lines.getOrDefault(subject, 1);
  }
}
