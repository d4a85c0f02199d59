package health.trellis.goals.web;

import health.trellis.goals.GoalFocus;
import health.trellis.goals.StarterDraft;
import health.trellis.goals.StarterService;
import health.trellis.goals.StarterView;
import health.trellis.kernel.GoalStarterId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writing a goal to begin with, changing it, and retiring it. */
@Named("editStarterBean")
@ViewScoped
public class EditStarterBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/admin/starters/list.xhtml?faces-redirect=true";

  @Inject private transient StarterService starters;

  private @Nullable String starter;
  private @Nullable Long seen;
  private @Nullable GoalFocus focus;
  private String words = "";
  private @Nullable String particulars;

  /** Loads what is changed, once: what is typed stays based on the version that was seen first. */
  public void load() {
    if (starter != null && seen == null) {
      StarterView shown = starters.open(GoalStarterId.of(starter));
      seen = shown.version();
      focus = shown.focus();
      words = shown.words();
      particulars = shown.particulars();
    }
  }

  /** Keeps it, once, and leads to the list. */
  public String save() {
    StarterDraft draft = new StarterDraft(focus, words, particulars);
    if (starter == null || seen == null) {
      starters.make(draft, FormKey.now());
    } else {
      starters.change(GoalStarterId.of(starter), seen, draft);
    }
    return LIST;
  }

  /** Takes it from what is offered, and leads to the list. */
  public String retire() {
    starters.retire(GoalStarterId.of(starter));
    return LIST;
  }

  /** What of hyper-independence a goal can touch. */
  public List<GoalFocus> getFocuses() {
    return List.of(GoalFocus.values());
  }

  /** The version that is changed; the form carries it across the end of a session. */
  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public @Nullable GoalFocus getFocus() {
    return focus;
  }

  public void setFocus(@Nullable GoalFocus focus) {
    this.focus = focus;
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

  public @Nullable String getStarter() {
    return starter;
  }

  public void setStarter(@Nullable String starter) {
    this.starter = starter == null || starter.isEmpty() ? null : starter;
  }
}
