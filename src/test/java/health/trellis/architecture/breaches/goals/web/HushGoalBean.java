package health.trellis.architecture.breaches.goals.web;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A bean that swallows failures. */
@Breaks(Rule.BEANS_NEVER_CATCH)
@Named
@RequestScoped
public class HushGoalBean {
  private int failed;

  public void rate(Runnable rating) {
    try {
      rating.run();
    } catch (IllegalStateException hidden) {
      failed++;
    }
  }

  public int failures() {
    return failed;
  }
}
