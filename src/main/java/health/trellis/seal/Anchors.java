package health.trellis.seal;

import health.trellis.proof.Checkpoint;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints outside the database: a file to which a line is added for each. On a machine of
 * its own, or on a medium that only takes more, it meets whoever rewrites the database.
 *
 * @param file where it is; it need not be there yet
 */
public record Anchors(Path file) {

  /**
   * Adds what the file does not have yet.
   *
   * @throws UncheckedIOException where the file cannot be written; nothing is lost, for the next
   *     call adds it
   */
  void add(List<Checkpoint> checkpoints) {
    if (checkpoints.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder(endsAmidALine() ? "\n" : "");
    checkpoints.forEach(each -> lines.append(each.line()).append('\n'));
    try {
      Files.writeString(
          file,
          lines,
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last line that is whole; empty where there is none. */
  Optional<Checkpoint> last() {
    List<Checkpoint> all = list();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * All that are whole, in their order; a line that was cut off when the power went is left out.
   */
  List<Checkpoint> list() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Checkpoint> found = new ArrayList<>();
    for (String line : lines()) {
      try {
        found.add(Checkpoint.parse(line));
      } catch (IllegalArgumentException cut) {
        continue;
      }
    }
    return found;
  }

  /** Whether the power went while a line was written. */
  private boolean endsAmidALine() {
    if (!Files.exists(file)) {
      return false;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() == 0) {
        return false;
      }
      bytes.seek(bytes.length() - 1);
      return bytes.read() != '\n';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
