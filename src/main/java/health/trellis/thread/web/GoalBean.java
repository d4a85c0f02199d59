package health.trellis.thread.web;

import health.trellis.goals.GoalPage;
import health.trellis.goals.GoalProgressService;
import health.trellis.goals.GoalService;
import health.trellis.goals.SeenGoal;
import health.trellis.goals.StepService;
import health.trellis.goals.web.GoalChart;
import health.trellis.goals.web.Ladder;
import health.trellis.goals.web.StepFields;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalStepId;
import health.trellis.thread.GoalThread;
import health.trellis.thread.GoalThreadService;
import health.trellis.thread.LinkedNote;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One goal: what was agreed, how far it got, the steps towards it, and what moves it on. */
@Named("goalBean")
@ViewScoped
public class GoalBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient GoalThreadService thread;
  @Inject private transient GoalService goals;
  @Inject private transient GoalProgressService progress;
  @Inject private transient StepService steps;

  private final StepFields step = new StepFields();
  private @Nullable String client;
  private @Nullable String goal;
  private @Nullable Long seen;
  private String reason = "";
  private transient @Nullable GoalPage view;
  private transient List<LinkedNote> notes = List.of();

  /** Loads all that the page shows; an act stays based on the version that was seen first. */
  public void load() {
    GoalThread found = thread.open(ClientId.of(client), GoalId.of(goal));
    GoalPage shown = found.page();
    view = shown;
    notes = found.notes();
    if (seen == null) {
      seen = shown.goal().version();
    }
  }

  /** Proposes it to the client, with the levels that wait. */
  public String share() {
    goals.share(ClientId.of(client), seenGoal());
    return again();
  }

  /** Takes it back from the client. */
  public String takeBack() {
    goals.takeBack(ClientId.of(client), GoalId.of(goal));
    return again();
  }

  /** Writes down that the client agreed in the room. */
  public String agree() {
    progress.agree(ClientId.of(client), seenGoal());
    return again();
  }

  /** The work on it begins, or goes on. */
  public String start() {
    progress.start(ClientId.of(client), seenGoal());
    return again();
  }

  /** It waits. */
  public String hold() {
    progress.hold(ClientId.of(client), seenGoal());
    return again();
  }

  /** It was reached. */
  public String meet() {
    progress.meet(ClientId.of(client), seenGoal());
    return again();
  }

  /** It is no goal any more. */
  public String end() {
    progress.end(ClientId.of(client), seenGoal(), reason);
    return again();
  }

  /** Adds a step, once. */
  public String addStep() {
    steps.add(ClientId.of(client), GoalId.of(goal), step.draft(), FormKey.now());
    return again();
  }

  /** Says that a step was done, or that it was not after all. */
  public String tick(GoalStepId id, boolean done) {
    steps.tick(ClientId.of(client), id, done);
    return again();
  }

  private String again() {
    return "/therapist/goals/goal.xhtml?faces-redirect=true&client=" + client + "&goal=" + goal;
  }

  private SeenGoal seenGoal() {
    return new SeenGoal(GoalId.of(goal), Objects.requireNonNull(seen, "the form carries it"));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable GoalPage getView() {
    return view;
  }

  /** The levels that stand, as a ladder. */
  public List<Ladder.Rung> getStanding() {
    GoalPage shown = view;
    return shown == null ? List.of() : Ladder.of(shown.standing(), shown.by(false), shown.by(true));
  }

  /** The levels that wait to be agreed, as a ladder. */
  public List<Ladder.Rung> getDrafted() {
    GoalPage shown = view;
    return shown == null ? List.of() : Ladder.of(shown.drafted(), null, null);
  }

  /** The levels as they were rated over time; null without. */
  public @Nullable GoalChart getLevels() {
    return view == null ? null : GoalChart.ofLevels(view.ratings());
  }

  /** The scores as they were rated over time; null without. */
  public @Nullable GoalChart getScores() {
    return view == null ? null : GoalChart.ofScores(view.ratings());
  }

  /** What is typed of a step. */
  public StepFields getStep() {
    return step;
  }

  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  /** The notes that are about it, the latest session first. */
  public List<LinkedNote> getNotes() {
    return notes;
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
