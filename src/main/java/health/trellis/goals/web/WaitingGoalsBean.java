package health.trellis.goals.web;

import health.trellis.goals.WaitingGoalService;
import health.trellis.goals.WaitingGoals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The goals of one's own clients to look at. */
@Named("waitingGoalsBean")
@RequestScoped
public class WaitingGoalsBean {
  @Inject private WaitingGoalService goals;

  private @Nullable WaitingGoals view;

  /** Loads all that the page shows. */
  public void load() {
    view = goals.list();
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable WaitingGoals getView() {
    return view;
  }
}
