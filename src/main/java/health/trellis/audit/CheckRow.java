package health.trellis.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of the whole log.
 *
 * @param askedBy who asked for it; null where it began by itself
 * @param beganAt null while it waits
 * @param endedAt null until it ended, and then the figures are 0
 * @param findings how much did not fit
 * @param told the first findings, each a sentence that names a batch, an event or a record by its
 *     id
 */
public record CheckRow(
    Instant askedAt,
    @Nullable String askedBy,
    @Nullable Instant beganAt,
    @Nullable Instant endedAt,
    long batches,
    long events,
    long records,
    long anchors,
    long findings,
    List<String> told) {
  /** Whether it found all as it had been sealed. */
  public boolean sound() {
    return endedAt != null && findings == 0;
  }
}
