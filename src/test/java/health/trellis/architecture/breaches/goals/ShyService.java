package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.AllowedTo;
import health.trellis.architecture.breaches.security.Service;

/** A service that nobody can reach. */
@Breaks(Rule.SERVICES_ARE_PUBLIC)
@Service
class ShyService {
  @AllowedTo
  public void rate() {}
}
