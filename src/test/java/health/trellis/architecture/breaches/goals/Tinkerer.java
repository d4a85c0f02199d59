package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** Reads a setting on its own. */
@Breaks(Rule.SETTINGS_IN_ONE_PLACE)
final class Tinkerer {
  String setting() {
    return String.valueOf(System.getenv("TRELLIS_DEMO"));
  }
}
