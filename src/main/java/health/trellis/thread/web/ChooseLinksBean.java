package health.trellis.thread.web;

import health.trellis.beliefs.BeliefView;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.thread.LinkChange;
import health.trellis.thread.LinkForm;
import health.trellis.thread.LinkService;
import health.trellis.thread.LinkedBelief;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Choosing the beliefs that a note is about. */
@Named("chooseBeliefsBean")
@ViewScoped
public class ChooseBeliefsBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient LinkService links;

  private final Map<BeliefId, Boolean> chosen = new HashMap<>();
  private @Nullable String client;
  private @Nullable String note;
  private @Nullable String belief;
  private @Nullable String seen;
  private transient @Nullable LinkForm form;

  /** Loads what can be chosen; a choice stays based on what was seen first. */
  public void load() {
    LinkForm offered = links.choose(ClientId.of(client), NoteId.of(note));
    form = offered;
    if (seen == null) {
      seen =
          linked(offered, LinkedBelief::linked).stream()
              .map(BeliefId::toString)
              .collect(Collectors.joining(",", ",", ""));
      linked(offered, LinkedBelief::linked).forEach(each -> chosen.put(each, true));
      offered.beliefs().stream()
          .map(BeliefView::id)
          .filter(each -> each.toString().equals(belief))
          .forEach(each -> chosen.put(each, true));
    }
  }

  /** Keeps the choice, and leads back to the note. */
  public String save() {
    Set<BeliefId> before =
        Arrays.stream(seen == null ? new String[0] : seen.split(","))
            .filter(each -> !each.isEmpty())
            .map(BeliefId::of)
            .collect(Collectors.toSet());
    Set<BeliefId> now =
        chosen.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    links.link(ClientId.of(client), NoteId.of(note), LinkChange.between(before, now));
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

  /** Whether each belief is chosen. */
  public Map<BeliefId, Boolean> getChosen() {
    return chosen;
  }

  /**
   * The beliefs that were chosen when the page was shown, each after a comma, or a comma for none;
   * the form carries them across the end of a session.
   */
  public @Nullable String getSeen() {
    return seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = seen;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
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
