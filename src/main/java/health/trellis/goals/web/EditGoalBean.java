package health.trellis.goals.web;

import health.trellis.goals.GoalDraft;
import health.trellis.goals.GoalFocus;
import health.trellis.goals.GoalForm;
import health.trellis.goals.GoalService;
import health.trellis.goals.GoalView;
import health.trellis.goals.SeenGoal;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.security.CurrentCaller;
import health.trellis.web.FormKey;
import health.trellis.web.Speech;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Proposing a goal, or revising one. */
@Named("editGoalBean")
@ViewScoped
public class EditGoalBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient GoalService goals;
  @Inject private transient CurrentCaller caller;

  private final GoalFields fields = new GoalFields();
  private @Nullable String client;
  private @Nullable String goal;
  private @Nullable String belief;
  private @Nullable String starter;
  private @Nullable Long seen;
  private transient @Nullable GoalForm form;
  private transient @Nullable List<StarterOffer> starters;

  /** Loads what is revised; what is typed stays based on the version that was seen first. */
  public void load() {
    form =
        goal == null
            ? goals.chooseToPropose(ClientId.of(client))
            : goals.chooseToRevise(ClientId.of(client), GoalId.of(goal));
    starters = StarterOffer.all(Speech.to(caller.get()), form.starters());
    GoalView shown = form.goal();
    if (shown != null && seen == null) {
      seen = shown.version();
      fields.show(shown.told());
    }
    if (shown == null && belief != null) {
      fields.setBelief(belief);
      belief = null;
    }
    if (shown == null && starter != null) {
      begin(starter);
    }
  }

  /** Begins with a goal from the list; later what is typed counts. */
  private void begin(String chosen) {
    getStarters().stream()
        .filter(each -> each.key().equals(chosen))
        .forEach(
            each -> {
              fields.setWords(each.words());
              fields.setParticulars(each.particulars());
              fields.setFocus(each.focus());
            });
    starter = null;
  }

  /** Writes it down, once, and leads to its page. */
  public String save() {
    GoalId id;
    if (goal == null || seen == null) {
      id = goals.propose(ClientId.of(client), fields.draft(), FormKey.now());
    } else {
      id = GoalId.of(goal);
      goals.revise(ClientId.of(client), new SeenGoal(id, seen), fields.draft());
    }
    return "/therapist/goals/goal.xhtml?faces-redirect=true&client=" + client + "&goal=" + id;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable GoalForm getForm() {
    return form;
  }

  /** What is typed. */
  public GoalFields getFields() {
    return fields;
  }

  /** What of hyper-independence a goal can touch. */
  public List<GoalFocus> getFocuses() {
    return List.of(GoalFocus.values());
  }

  /** Goals to begin with, those for the same thing together. */
  public List<StarterOffer> getStarters() {
    return starters == null ? List.of() : starters;
  }

  /** The places among the goals that are rated from 0 to 10. */
  public List<Integer> getRanks() {
    return IntStream.rangeClosed(1, GoalDraft.RANKS).boxed().toList();
  }

  /** The version that is revised; the form carries it across the end of a session. */
  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }

  public @Nullable String getStarter() {
    return starter;
  }

  public void setStarter(@Nullable String starter) {
    this.starter = starter;
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
