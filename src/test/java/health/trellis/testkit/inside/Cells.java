package health.trellis.testkit.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much was compared with the rules of access, and what came out otherwise. */
public final class Cells {
  private static final Path REPORT =
      Path.of(System.getProperty("trellis.it.report", "target/figures.txt"));

  private final long began = System.nanoTime();
  private final Map<String, Integer> counted = new TreeMap<>();
  private final List<String> deviations = new ArrayList<>();

  /** Whether everything is compared, as {@code -Daccess.long=true} asks for. */
  public static boolean isLong() {
    return Boolean.getBoolean("access.long");
  }

  /** Counts one of this class. */
  public void count(String what) {
    counted.merge(what, 1, Integer::sum);
  }

  /** Notes that something came out otherwise than the rules say. */
  public void deviates(String how) {
    deviations.add(how);
  }

  /** What came out otherwise. */
  public List<String> deviations() {
    return deviations;
  }

  /** How many were counted. */
  public int all() {
    return counted.values().stream().mapToInt(each -> each).sum();
  }

  /**
   * Writes down what one run compared, by class, and how long it took, in the place of the last.
   */
  public void keep(String run) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "%s: %d, %d deviations, %.1f s\n"
                .formatted(run, all(), deviations.size(), (System.nanoTime() - began) / 1e9));
    counted.forEach(
        (what, many) -> text.append("  ").append(what).append(": ").append(many).append('\n'));
    List<String> blocks = new ArrayList<>();
    if (Files.exists(REPORT)) {
      Arrays.stream(Files.readString(REPORT).split("\n\n"))
          .filter(block -> !block.isBlank() && !block.startsWith(run + ":"))
          .map(String::stripTrailing)
          .forEach(blocks::add);
    }
    blocks.add(text.toString().stripTrailing());
    Files.writeString(REPORT, String.join("\n\n", blocks) + "\n");
  }
}
