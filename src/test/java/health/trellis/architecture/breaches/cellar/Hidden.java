package health.trellis.architecture.breaches.cellar;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** Lives in a room that the house does not have. */
@Breaks({Rule.DIRECTION, Rule.NULL_MARKED})
final class Hidden {}
