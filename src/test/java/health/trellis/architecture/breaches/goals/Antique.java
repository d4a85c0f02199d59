package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** Counts in old dates. */
@Breaks(Rule.NO_OLD_DATES)
final class Antique {
  Object date(java.time.Instant when) {
    return java.util.Date.from(when);
  }
}
