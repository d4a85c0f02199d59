package health.trellis.beliefs.web;

import health.trellis.beliefs.ExperimentForm;
import health.trellis.beliefs.ExperimentOutcome;
import health.trellis.beliefs.ExperimentService;
import health.trellis.beliefs.ExperimentView;
import health.trellis.beliefs.SeenExperiment;
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

/** One experiment, and what came of it. */
@Named("experimentBean")
@ViewScoped
public class ExperimentBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ExperimentService experiments;

  private final RatingFields after = new RatingFields();
  private @Nullable String client;
  private @Nullable String belief;
  private @Nullable String experiment;
  private @Nullable Long seen;
  private @Nullable LocalDate happenedOn;
  private String outcome = "";
  private String learned = "";
  private String reason = "";
  private transient @Nullable ExperimentForm view;

  /** Loads all that the page shows; what is typed stays based on the version seen first. */
  public void load() {
    view = experiments.open(ClientId.of(client), BeliefId.of(belief), ExperimentId.of(experiment));
    ExperimentView shown = view.experiment();
    if (seen == null && shown != null) {
      seen = shown.version();
    }
    if (happenedOn == null) {
      happenedOn = view.today();
    }
  }

  /** Writes down what came of it, once. */
  public String conclude() {
    ExperimentOutcome came =
        new ExperimentOutcome(
            Objects.requireNonNull(happenedOn, "the form requires it"),
            outcome,
            learned,
            after.draft(null));
    experiments.conclude(
        ClientId.of(client), BeliefId.of(belief), seenExperiment(), came, FormKey.now());
    return again();
  }

  /** Gives it up. */
  public String giveUp() {
    experiments.giveUp(ClientId.of(client), BeliefId.of(belief), seenExperiment(), reason);
    return again();
  }

  private static String again() {
    return "/therapist/beliefs/experiment.xhtml?faces-redirect=true&includeViewParams=true";
  }

  private SeenExperiment seenExperiment() {
    return new SeenExperiment(
        ExperimentId.of(experiment), Objects.requireNonNull(seen, "the form carries it"));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ExperimentForm getView() {
    return view;
  }

  /** The rating after. */
  public RatingFields getAfter() {
    return after;
  }

  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public @Nullable LocalDate getHappenedOn() {
    return happenedOn;
  }

  public void setHappenedOn(@Nullable LocalDate happenedOn) {
    this.happenedOn = happenedOn;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String outcome) {
    this.outcome = outcome == null ? "" : outcome;
  }

  public String getLearned() {
    return learned;
  }

  public void setLearned(@Nullable String learned) {
    this.learned = learned == null ? "" : learned;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
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

  public @Nullable String getExperiment() {
    return experiment;
  }

  public void setExperiment(@Nullable String experiment) {
    this.experiment = experiment;
  }
}
