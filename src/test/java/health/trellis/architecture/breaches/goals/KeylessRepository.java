package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** A repository that asks for no key. */
@Breaks(Rule.REPOSITORIES_TAKE_A_KEY)
class KeylessRepository {
  Goal get(long number) {
    return new Goal();
  }
}
