package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import java.time.Instant;

/** Asks the machine for the time. */
@Breaks(Rule.TIME_COMES_FROM_A_CLOCK)
final class Hasty {
  Instant now() {
    return Instant.now();
  }
}
