package health.trellis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How often something was tried and where it came out wrong; each sort of trial is a line of {@code
 * target/hardening.txt}, as "0 of 612".
 */
public final class Trials {
  private static final Path REPORT = Path.of("target", "hardening.txt");
  private static final long SEED = Long.getLong("hardening.seed", 20261128);

  private final long began = System.nanoTime();
  private final String what;
  private final Random random = new Random(SEED);
  private final List<String> wrong = new ArrayList<>();
  private int tried;

  /** Trials of one sort, as the report names it. */
  public Trials(String what) {
    this.what = what;
  }

  /** Whether everything is tried, as {@code -Dhardening.long=true} asks for. */
  public static boolean isLong() {
    return Boolean.getBoolean("hardening.long");
  }

  /** What is drawn by chance is drawn from here; {@code -Dhardening.seed} draws otherwise. */
  public Random random() {
    return random;
  }

  /** One more was tried. */
  public void count() {
    tried++;
  }

  /** One more was tried, and must be so. */
  public void check(boolean right, String otherwise) {
    tried++;
    if (!right) {
      wrong.add(otherwise);
    }
  }

  /** One that was tried already came out wrong. */
  public void wrong(String how) {
    wrong.add(how);
  }

  /** How many were tried. */
  public int tried() {
    return tried;
  }

  /** Writes the figures down; fails where one came out wrong, or where fewer were tried. */
  public void end(int atLeast) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    if (Files.exists(REPORT)) {
      for (String line : Files.readAllLines(REPORT)) {
        lines.put(line.split(": ", 2)[0], line);
      }
    }
    lines.put(
        what,
        "%s: %d of %d, seed %d%s, %.1f s"
            .formatted(
                what,
                wrong.size(),
                tried,
                SEED,
                isLong() ? ", long" : "",
                (System.nanoTime() - began) / 1e9));
    Files.write(REPORT, lines.values());
    assertThat(wrong).as(what).isEmpty();
    assertThat(tried).as(what).isGreaterThanOrEqualTo(atLeast);
  }
}
