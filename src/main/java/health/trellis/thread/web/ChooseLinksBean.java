package health.trellis.thread.web;

import health.trellis.beliefs.BeliefView;
import health.trellis.goals.GoalView;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.NoteId;
import health.trellis.thread.LinkChange;
import health.trellis.thread.LinkForm;
import health.trellis.thread.LinkService;
import health.trellis.thread.LinkedBelief;
import health.trellis.thread.LinkedGoal;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Choosing the beliefs and goals that a note is about. */
@Named("chooseLinksBean")
@ViewScoped
public class ChooseLinksBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient LinkService links;

  private final Choice<BeliefId> beliefs = new Choice<>();
  private final Choice<GoalId> goals = new Choice<>();
  private @Nullable String client;
  private @Nullable String note;
  private @Nullable String belief;
  private @Nullable String goal;
  private transient @Nullable LinkForm form;

  /** Loads what can be chosen; a choice stays based on what was seen first. */
  public void load() {
    LinkForm offered = links.choose(ClientId.of(client), NoteId.of(note));
    form = offered;
    boolean first = beliefs.getSeen() == null;
    beliefs.begin(linked(offered, LinkedBelief::linked));
    goals.begin(offered.note().goals().stream().map(LinkedGoal::goal).collect(Collectors.toSet()));
    if (first) {
      offered.beliefs().stream()
          .map(BeliefView::id)
          .filter(each -> each.toString().equals(belief))
          .forEach(beliefs::add);
      offered.goals().stream()
          .map(GoalView::id)
          .filter(each -> each.toString().equals(goal))
          .forEach(goals::add);
    }
  }

  /** Keeps the choice, and leads back to the note. */
  public String save() {
    links.link(
        ClientId.of(client),
        NoteId.of(note),
        new LinkChange(beliefs.change(BeliefId::of), goals.change(GoalId::of)));
    return getBack() + "&faces-redirect=true";
  }

  /** The note's page: where it is written while it is a draft. */
  public String getBack() {
    LinkForm offered = form;
    boolean draft = offered != null && offered.note().draft();
    return "/therapist/notes/%s.xhtml?client=%s&note=%s"
        .formatted(draft ? "write" : "read", client, note);
  }

  /** Whether evidence about a belief comes from the note, chosen or not. */
  public boolean told(BeliefId each) {
    LinkForm offered = form;
    return offered != null && linked(offered, LinkedBelief::told).contains(each);
  }

  private static Set<BeliefId> linked(LinkForm form, Predicate<LinkedBelief> how) {
    return form.note().beliefs().stream()
        .filter(how)
        .map(LinkedBelief::belief)
        .collect(Collectors.toSet());
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable LinkForm getForm() {
    return form;
  }

  /** The beliefs that are chosen. */
  public Choice<BeliefId> getBeliefs() {
    return beliefs;
  }

  /** The goals that are chosen. */
  public Choice<GoalId> getGoals() {
    return goals;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }

  public @Nullable String getGoal() {
    return goal;
  }

  public void setGoal(@Nullable String goal) {
    this.goal = goal;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
