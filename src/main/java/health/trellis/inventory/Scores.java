package health.trellis.inventory;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * What one set of answers comes to: a score for each scale of the instrument, in its order, and the
 * critical items that the answers raise.
 */
public record Scores(List<Score> all, List<CriticalItem> critical) {
  public Scores {
    all = List.copyOf(all);
    critical = List.copyOf(critical);
  }

  /** The score of a scale of this instrument. */
  public Score of(ScaleCode scale) {
    return all.stream()
        .filter(score -> score.scale().equals(scale))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no scale " + scale));
  }
}
