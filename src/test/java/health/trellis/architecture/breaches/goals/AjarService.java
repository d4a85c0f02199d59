package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.Service;

/** A service with a door beside the gate. */
@Breaks(Rule.NO_HALF_OPEN_DOORS)
@Service
public class AjarService {
  void rate() {}
}
