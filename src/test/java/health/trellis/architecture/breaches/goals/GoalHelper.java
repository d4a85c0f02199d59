package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** A name that says nothing. */
@Breaks(Rule.NAMES)
final class GoalHelper {}
