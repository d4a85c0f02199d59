package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.security.Service;

/** A service that does not say who may call. */
@Breaks(Rule.SILENCE_MEANS_NO)
@Service
public class SilentService {
  public void rate() {}
}
