package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

/** An aggregate that asks the container. */
@Breaks(Rule.DOMAIN_KNOWS_NO_CONTAINER)
@Entity
class AskingGoal {
  @Version private long version;
  @Inject private GoalLedger ledger;

  String told() {
    return ledger + " " + version;
  }
}
