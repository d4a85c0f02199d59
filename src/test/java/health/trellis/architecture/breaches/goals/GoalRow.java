package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** A view that could change. */
@Breaks(Rule.VIEWS_ARE_RECORDS)
public final class GoalRow {}
