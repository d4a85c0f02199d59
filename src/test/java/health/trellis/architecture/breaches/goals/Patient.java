package health.trellis.architecture.breaches.goals;

import java.time.Clock;
import java.time.Instant;

/** Asks a clock. */
final class Patient {
  Instant now(Clock clock) {
    return Instant.now(clock);
  }
}
