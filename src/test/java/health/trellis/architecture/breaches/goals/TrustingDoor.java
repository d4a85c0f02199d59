package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.annotation.security.RolesAllowed;

/** A door that trusts an annotation nobody reads. */
@Breaks(Rule.NO_ROLES_ALLOWED)
public class TrustingDoor {
  @RolesAllowed("therapist")
  public void rate() {}
}
