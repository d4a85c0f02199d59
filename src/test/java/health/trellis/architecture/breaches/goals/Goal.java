package health.trellis.architecture.breaches.goals;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;

/** A sound aggregate. */
@Entity
class Goal {
  @Version private long version;

  long versionNow() {
    return version;
  }
}
