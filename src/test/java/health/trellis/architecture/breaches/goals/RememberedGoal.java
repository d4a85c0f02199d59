package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

/** An aggregate in a cache beside the policies. */
@Breaks(Rule.NO_CACHE_OF_CLIENTS)
@Entity
@Cacheable
class RememberedGoal {
  @Version private long version;

  long versionNow() {
    return version;
  }
}
