package health.trellis.seal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check found so far; all is counted, and the first are kept. */
final class Findings {
  /** How many are told. */
  static final int MOST = 1_000;

  private final List<Finding> kept = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long all;

  void add(Finding.Kind kind, @Nullable Long batch, @Nullable Long event, String sentence) {
    all++;
    if (kept.size() < MOST) {
      kept.add(new Finding(kind, batch, event, sentence));
    }
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  long all() {
    return all;
  }
}
