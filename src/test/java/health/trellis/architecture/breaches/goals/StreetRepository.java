package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.clients.OpenClient;

/** A repository on the street. */
@Breaks(Rule.REPOSITORIES_ARE_HIDDEN)
public class StreetRepository {
  Goal get(OpenClient client) {
    return new Goal();
  }
}
