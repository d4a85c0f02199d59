package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

/** An aggregate that lets itself be set. */
@Breaks(Rule.AGGREGATES_HAVE_VERBS)
@Entity
class ObedientGoal {
  @Version private long version;

  void setVersion(long version) {
    this.version = version;
  }
}
