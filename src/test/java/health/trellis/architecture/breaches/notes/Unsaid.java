package health.trellis.architecture.breaches.notes;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** Lives where absence is not said. */
@Breaks(Rule.NULL_MARKED)
final class Unsaid {}
