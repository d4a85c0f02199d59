package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.breaches.security.AllowedTo;
import health.trellis.architecture.breaches.security.Guarded;

/** A sound service. */
@Guarded
public class GoalService {
  @AllowedTo
  public void rate() {}
}
