package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.breaches.security.AllowedTo;
import health.trellis.architecture.breaches.security.Service;

/** A sound service. */
@Service
public class GoalService {
  @AllowedTo
  public void rate() {}
}
