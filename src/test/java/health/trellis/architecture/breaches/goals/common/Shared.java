package health.trellis.architecture.breaches.goals.common;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** A room that says nothing. */
@Breaks({Rule.NAMES, Rule.NULL_MARKED})
final class Shared {}
