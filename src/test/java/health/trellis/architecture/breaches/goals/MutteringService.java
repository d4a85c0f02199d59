package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.AllowedTo;
import health.trellis.architecture.breaches.security.Service;

/** A service that calls itself beside the gate. */
@Breaks(Rule.NO_SELF_CALLS)
@Service
public class MutteringService {
  @AllowedTo
  public void rate() {
    remark();
  }

  @AllowedTo
  public void remark() {}
}
