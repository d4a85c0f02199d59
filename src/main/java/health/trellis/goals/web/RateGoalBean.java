package health.trellis.goals.web;

import health.trellis.goals.Level;
import health.trellis.goals.RatingDraft;
import health.trellis.goals.RatingForm;
import health.trellis.goals.RatingService;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A therapist's rating of a goal. */
@Named("rateGoalBean")
@ViewScoped
public class RateGoalBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient RatingService ratings;

  private @Nullable String client;
  private @Nullable String goal;
  private @Nullable Integer level;
  private @Nullable Integer score;
  private @Nullable LocalDate ratedOn;
  private @Nullable String remark;
  private transient @Nullable RatingForm form;

  /** Loads what is rated. */
  public void load() {
    RatingForm offered = ratings.choose(ClientId.of(client), GoalId.of(goal));
    form = offered;
    if (ratedOn == null) {
      ratedOn = offered.today();
    }
  }

  /** Keeps the rating, once, and leads back to the goal. */
  public String rate() {
    LocalDate day = Objects.requireNonNull(ratedOn, "the form requires it");
    RatingDraft draft = new RatingDraft(level, score, day, remark);
    ratings.rate(ClientId.of(client), GoalId.of(goal), draft, FormKey.now());
    return "/therapist/goals/goal.xhtml?faces-redirect=true&client=" + client + "&goal=" + goal;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable RatingForm getForm() {
    return form;
  }

  /** The levels, the highest first. */
  public List<Integer> getLevels() {
    return Level.ladder();
  }

  public @Nullable Integer getLevel() {
    return level;
  }

  public void setLevel(@Nullable Integer level) {
    this.level = level;
  }

  public @Nullable Integer getScore() {
    return score;
  }

  public void setScore(@Nullable Integer score) {
    this.score = score;
  }

  public @Nullable LocalDate getRatedOn() {
    return ratedOn;
  }

  public void setRatedOn(@Nullable LocalDate ratedOn) {
    this.ratedOn = ratedOn;
  }

  public @Nullable String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getGoal() {
    return goal;
  }

  public void setGoal(@Nullable String goal) {
    this.goal = goal;
  }
}
