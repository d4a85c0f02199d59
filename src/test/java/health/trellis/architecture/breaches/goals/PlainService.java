package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.AllowedTo;

/** A service without the stereotype. */
@Breaks(Rule.SERVICES_ARE_MARKED)
public class PlainService {
  @AllowedTo
  public void rate() {}
}
