package health.trellis.formulation;

import health.trellis.beliefs.BeliefRow;
import health.trellis.beliefs.ConvictionView;
import health.trellis.kernel.BeliefId;
import org.jspecify.annotations.Nullable;

/**
 * The belief that an entry leads to, as it stands now.
 *
 * @param words the belief in the client's own words
 * @param conviction how true it felt last, 0 to 100; null where it was never rated
 */
public record LinkedBelief(BeliefId id, String words, @Nullable Integer conviction) {
  static LinkedBelief of(BeliefRow row) {
    ConvictionView last = row.last();
    return new LinkedBelief(
        row.belief().id(), row.belief().told().words(), last == null ? null : last.conviction());
  }
}
