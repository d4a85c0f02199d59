package health.trellis.architecture.breaches.kernel;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import health.trellis.architecture.breaches.goals.GoalLedger;
import org.jspecify.annotations.Nullable;

/** A kernel class that knows a feature. */
@Breaks(Rule.DIRECTION)
final class Curious {
  private @Nullable GoalLedger ledger;

  GoalLedger open() {
    GoalLedger l = ledger == null ? new GoalLedger() : ledger;
    ledger = l;
    return l;
  }
}
