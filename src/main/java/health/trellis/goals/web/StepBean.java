package health.trellis.goals.web;

import health.trellis.goals.StepForm;
import health.trellis.goals.StepService;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalStepId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dating a step anew, or dropping it. */
@Named("stepBean")
@ViewScoped
public class StepBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient StepService steps;

  private @Nullable String client;
  private @Nullable String step;
  private @Nullable LocalDate dueOn;
  private transient @Nullable StepForm form;

  /** Loads the step. */
  public void load() {
    boolean first = form == null;
    StepForm offered = steps.choose(ClientId.of(client), GoalStepId.of(step));
    form = offered;
    if (first && dueOn == null) {
      dueOn = offered.step().dueOn();
    }
  }

  /** Gives it the day that was chosen, or none. */
  public String date() {
    steps.date(ClientId.of(client), GoalStepId.of(step), dueOn);
    return back();
  }

  /** Drops it. */
  public String drop() {
    steps.drop(ClientId.of(client), GoalStepId.of(step));
    return back();
  }

  private String back() {
    StepForm shown = Objects.requireNonNull(form, "loaded before");
    return "/therapist/goals/goal.xhtml?faces-redirect=true&client="
        + client
        + "&goal="
        + shown.goal().id();
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable StepForm getForm() {
    return form;
  }

  public @Nullable LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(@Nullable LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getStep() {
    return step;
  }

  public void setStep(@Nullable String step) {
    this.step = step;
  }
}
