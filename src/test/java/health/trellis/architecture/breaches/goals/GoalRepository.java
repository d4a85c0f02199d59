package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.breaches.clients.OpenClient;

/** A sound repository. */
class GoalRepository {
  Goal get(OpenClient client) {
    return new Goal();
  }
}
