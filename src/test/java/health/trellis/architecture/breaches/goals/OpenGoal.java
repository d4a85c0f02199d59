package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

/** An aggregate that everybody sees and may change. */
@Breaks(Rule.AGGREGATES_ARE_HIDDEN)
@Entity
public class OpenGoal {
  @Version long version;
}
