package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.faces.context.FacesContext;

/** A feature that knows its page. */
@Breaks(Rule.FACES_IN_WEB_ONLY)
final class FacedGoal {
  private final FacesContext context = FacesContext.getCurrentInstance();

  boolean shown() {
    return context.getRenderResponse();
  }
}
