package health.trellis.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A file of generated passwords, one {@code name=value} a line, readable by its owner alone. A
 * password is made when it is first asked for and stays the same from then on.
 */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Letters and digits that cannot be mistaken for each other when read aloud. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path file;
  private final String remark;
  private final Map<String, String> values = new TreeMap<>();

  /**
   * Opens the file, which need not exist yet.
   *
   * @param remark the first line, for those who open it
   */
  Secrets(Path file, String remark) {
    this.file = file;
    this.remark = remark;
    if (Files.exists(file)) {
      read();
    }
  }

  /** The value of this name, made and written down where there was none. */
  synchronized String get(String name, int groups) {
    String known = values.get(name);
    if (known != null) {
      return known;
    }
    String made = random(groups);
    values.put(name, made);
    write();
    return made;
  }

  /** Whether this name has a value already. */
  synchronized boolean has(String name) {
    return values.containsKey(name);
  }

  /** All names and values. */
  synchronized Map<String, String> all() {
    return Map.copyOf(values);
  }

  /** A password of groups of four letters; each group is worth almost 20 bits. */
  static String random(int groups) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups * 4; i++) {
      if (i > 0 && i % 4 == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private void read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be read: give your user the right to.", e);
    }
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
  }

  private void write() {
    StringWriter text = new StringWriter().append("# ").append(remark).append('\n');
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      DataFolder.writePrivately(draft, text.toString());
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be written: see that its folder can be.", e);
    }
  }
}
