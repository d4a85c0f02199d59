package health.trellis.goals.web;

import health.trellis.goals.GoalDraft;
import health.trellis.goals.GoalFocus;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.SupporterId;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is typed of a goal, until it is written down. */
public class GoalFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private String words = "";
  private @Nullable String particulars;
  private @Nullable String measured;
  private @Nullable String baseline;
  private @Nullable String target;
  private @Nullable LocalDate targetDate;
  private @Nullable String barriers;
  private @Nullable GoalFocus focus;
  private @Nullable String belief;
  private @Nullable String supporter;
  private @Nullable Integer rank;

  /** Takes over how a goal stands. */
  void show(GoalDraft told) {
    words = told.words();
    particulars = told.particulars();
    measured = told.measured();
    baseline = told.baseline();
    target = told.target();
    targetDate = told.targetDate();
    barriers = told.barriers();
    focus = told.focus();
    belief = told.belief() == null ? null : told.belief().toString();
    supporter = told.supporter() == null ? null : told.supporter().toString();
    rank = told.rank();
  }

  /** The goal that it makes. */
  GoalDraft draft() {
    return new GoalDraft(
        words,
        particulars,
        measured,
        baseline,
        target,
        targetDate,
        barriers,
        focus,
        belief == null || belief.isEmpty() ? null : BeliefId.of(belief),
        supporter == null || supporter.isEmpty() ? null : SupporterId.of(supporter),
        rank);
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public @Nullable String getParticulars() {
    return particulars;
  }

  public void setParticulars(@Nullable String particulars) {
    this.particulars = particulars;
  }

  public @Nullable String getMeasured() {
    return measured;
  }

  public void setMeasured(@Nullable String measured) {
    this.measured = measured;
  }

  public @Nullable String getBaseline() {
    return baseline;
  }

  public void setBaseline(@Nullable String baseline) {
    this.baseline = baseline;
  }

  public @Nullable String getTarget() {
    return target;
  }

  public void setTarget(@Nullable String target) {
    this.target = target;
  }

  public @Nullable LocalDate getTargetDate() {
    return targetDate;
  }

  public void setTargetDate(@Nullable LocalDate targetDate) {
    this.targetDate = targetDate;
  }

  public @Nullable String getBarriers() {
    return barriers;
  }

  public void setBarriers(@Nullable String barriers) {
    this.barriers = barriers;
  }

  public @Nullable GoalFocus getFocus() {
    return focus;
  }

  public void setFocus(@Nullable GoalFocus focus) {
    this.focus = focus;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }

  public @Nullable String getSupporter() {
    return supporter;
  }

  public void setSupporter(@Nullable String supporter) {
    this.supporter = supporter;
  }

  public @Nullable Integer getRank() {
    return rank;
  }

  public void setRank(@Nullable Integer rank) {
    this.rank = rank;
  }
}
