package health.trellis.architecture.breaches.clients;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.web.Plumbing;

/** A feature that leans on the plumbing of pages. */
@Breaks(Rule.DIRECTION)
final class Vain {
  String seen(Plumbing plumbing) {
    return plumbing.toString();
  }
}
