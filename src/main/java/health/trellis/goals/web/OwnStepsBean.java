package health.trellis.goals.web;

import health.trellis.goals.OwnSteps;
import health.trellis.goals.SharedGoalService;
import health.trellis.kernel.GoalStepId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The small steps that a client takes. */
@Named("ownStepsBean")
@ViewScoped
public class OwnStepsBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SharedGoalService goals;

  private transient @Nullable OwnSteps view;

  /** Loads all that the page shows. */
  public void load() {
    view = goals.steps();
  }

  /** Says that a step was done, or that it was not after all. */
  public String tick(GoalStepId id, boolean done) {
    goals.tick(id, done);
    return "/portal/goals/steps.xhtml?faces-redirect=true";
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable OwnSteps getView() {
    return view;
  }
}
