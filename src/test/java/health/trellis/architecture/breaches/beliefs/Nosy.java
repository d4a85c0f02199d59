package health.trellis.architecture.breaches.beliefs;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.goals.GoalLedger;

/** A feature that knows its neighbour. */
@Breaks(Rule.DIRECTION)
final class Nosy {
  String seen(GoalLedger ledger) {
    return ledger.toString();
  }
}
