package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.Guarded;

/** A service with a door beside the gate. */
@Breaks(Rule.NO_HALF_OPEN_DOORS)
@Guarded
public class AjarService {
  void rate() {}
}
