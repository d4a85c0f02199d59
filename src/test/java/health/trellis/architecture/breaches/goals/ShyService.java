package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.AllowedTo;
import health.trellis.architecture.breaches.security.Guarded;

/** A service that nobody can reach. */
@Breaks(Rule.SERVICES_ARE_PUBLIC)
@Guarded
class ShyService {
  @AllowedTo
  public void rate() {}
}
