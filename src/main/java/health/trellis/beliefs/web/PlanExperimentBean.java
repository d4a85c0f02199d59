package health.trellis.beliefs.web;

import health.trellis.beliefs.ExperimentForm;
import health.trellis.beliefs.ExperimentPlan;
import health.trellis.beliefs.ExperimentService;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ExperimentId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Planning an experiment. */
@Named("planExperimentBean")
@ViewScoped
public class PlanExperimentBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 7;

  @Inject private transient ExperimentService experiments;

  private final RatingFields before = new RatingFields();
  private @Nullable String client;
  private @Nullable String belief;
  private String prediction = "";
  private @Nullable Integer probability;
  private String plan = "";
  private @Nullable LocalDate plannedFor;
  private transient @Nullable ExperimentForm form;

  /** Loads the belief that is put to the test. */
  public void load() {
    ExperimentForm offered = experiments.choosePlan(ClientId.of(client), BeliefId.of(belief));
    form = offered;
    if (plannedFor == null) {
      plannedFor = offered.today().plusDays(USUAL_DAYS);
    }
  }

  /** Plans it, once, and leads to its page. */
  public String plan() {
    ExperimentPlan planned =
        new ExperimentPlan(
            prediction,
            Objects.requireNonNull(probability, "the form requires it"),
            plan,
            Objects.requireNonNull(plannedFor, "the form requires it"),
            before.draft(null));
    ExperimentId id =
        experiments.plan(ClientId.of(client), BeliefId.of(belief), planned, FormKey.now());
    return "/therapist/beliefs/experiment.xhtml?faces-redirect=true&client="
        + client
        + "&belief="
        + belief
        + "&experiment="
        + id;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable ExperimentForm getForm() {
    return form;
  }

  /** The rating before. */
  public RatingFields getBefore() {
    return before;
  }

  public String getPrediction() {
    return prediction;
  }

  public void setPrediction(@Nullable String prediction) {
    this.prediction = prediction == null ? "" : prediction;
  }

  public @Nullable Integer getProbability() {
    return probability;
  }

  public void setProbability(@Nullable Integer probability) {
    this.probability = probability;
  }

  public String getPlan() {
    return plan;
  }

  public void setPlan(@Nullable String plan) {
    this.plan = plan == null ? "" : plan;
  }

  public @Nullable LocalDate getPlannedFor() {
    return plannedFor;
  }

  public void setPlannedFor(@Nullable LocalDate plannedFor) {
    this.plannedFor = plannedFor;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }
}
