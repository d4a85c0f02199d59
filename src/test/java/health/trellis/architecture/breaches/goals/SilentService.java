package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.Guarded;

/** A service that does not say who may call. */
@Breaks(Rule.SILENCE_MEANS_NO)
@Guarded
public class SilentService {
  public void rate() {}
}
