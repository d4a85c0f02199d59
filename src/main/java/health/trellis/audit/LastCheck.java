package health.trellis.audit;

import java.time.Instant;

/**
 * The last check of the whole log that came to its end.
 *
 * @param findings how much did not fit
 */
public record LastCheck(Instant endedAt, long findings) {
  /** Whether all was as it had been sealed. */
  public boolean sound() {
    return findings == 0;
  }
}
