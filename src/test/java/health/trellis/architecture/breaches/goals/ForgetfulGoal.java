package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.persistence.Entity;

/** An aggregate without a version. */
@Breaks(Rule.AGGREGATES_HAVE_A_VERSION)
@Entity
class ForgetfulGoal {}
