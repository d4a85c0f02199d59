package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.clients.OpenClient;

/** A key that outlives its call. */
@Breaks(Rule.KEYS_ARE_NOT_KEPT)
final class KeyRing {
  private final OpenClient kept;

  KeyRing(OpenClient kept) {
    this.kept = kept;
  }

  OpenClient again() {
    return kept;
  }
}
