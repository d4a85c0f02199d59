package health.trellis.goals.web;

import health.trellis.goals.Level;
import health.trellis.goals.RatingDraft;
import health.trellis.goals.ScaleService;
import health.trellis.goals.ScaleView;
import health.trellis.goals.SeenGoal;
import health.trellis.goals.SharedGoal;
import health.trellis.goals.SharedGoalPage;
import health.trellis.goals.SharedGoalService;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.InvalidException;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One goal as its client reads, agrees to and rates it. The score can be set by a slider or typed;
 * what is typed counts, so that the page needs no script to keep the two alike.
 */
@Named("ownGoalBean")
@ViewScoped
public class OwnGoalBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MIDDLE = 5;
  private static final Set<String> DONE = Set.of("agreed", "kept", "withdrawn");

  @Inject private transient SharedGoalService goals;

  private @Nullable String goal;
  private @Nullable String done;
  private @Nullable Long seen;
  private @Nullable Long seenLevels;
  private @Nullable Integer level;
  private @Nullable Integer slide;
  private @Nullable Integer score;
  private @Nullable String remark;
  private transient @Nullable SharedGoalPage view;

  /** Loads all that the page shows; the slider stands where it was left last time. */
  public void load() {
    SharedGoalPage shown = goals.open(GoalId.of(goal));
    view = shown;
    ScaleView offered = shown.shared().offered();
    if (seen == null) {
      seen = shown.shared().goal().version();
      seenLevels = offered == null ? ScaleService.NONE : offered.version();
    }
    if (slide == null) {
      slide = standsAt(shown);
    }
  }

  /** Agrees to what was seen. */
  public String agree() {
    SeenGoal agreed =
        new SeenGoal(GoalId.of(goal), Objects.requireNonNull(seen, "the form carries it"));
    goals.agree(agreed, Objects.requireNonNull(seenLevels, "the form carries it"));
    return again("agreed");
  }

  /** Keeps the rating, once: by a level, from 0 to 10, or by both. */
  public String rate() {
    SharedGoalPage shown = Objects.requireNonNull(view, "loaded before");
    Integer moved = Objects.equals(slide, standsAt(shown)) ? null : slide;
    Integer told = score == null ? moved : score;
    if (level == null && told == null) {
      String field = shown.shared().standing() == null ? "score" : "level";
      throw new InvalidException(field, "mine.rating.nothing");
    }
    goals.rate(GoalId.of(goal), new RatingDraft(level, told, shown.today(), remark), FormKey.now());
    return again("kept");
  }

  /** Where the slider stands before anybody moves it: where it was left last time. */
  private static Integer standsAt(SharedGoalPage shown) {
    Integer last = shown.shared().progress().score();
    return last == null ? MIDDLE : last;
  }

  private String again(String what) {
    return "/portal/goals/goal.xhtml?faces-redirect=true&done=" + what + "&goal=" + goal;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable SharedGoalPage getView() {
    return view;
  }

  /** The levels that stand, as a ladder. */
  public List<Ladder.Rung> getStanding() {
    return view == null
        ? List.of()
        : Ladder.of(view.shared().standing(), null, view.shared().progress());
  }

  /** The levels that wait for the client's yes, as a ladder. */
  public List<Ladder.Rung> getOffered() {
    SharedGoal shown = view == null ? null : view.shared();
    return shown == null ? List.of() : Ladder.of(shown.offered(), null, null);
  }

  /** The levels, the highest first. */
  public List<Integer> getLevels() {
    return Level.ladder();
  }

  /**
   * What was just done, if anything was: "agreed", "kept" or "withdrawn", from where the page says
   * so.
   */
  public @Nullable String getDone() {
    return done != null && DONE.contains(done) ? done : null;
  }

  public void setDone(@Nullable String done) {
    this.done = done;
  }

  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public @Nullable Long getSeenLevels() {
    return seenLevels;
  }

  public void setSeenLevels(@Nullable Long seenLevels) {
    this.seenLevels = seenLevels;
  }

  public @Nullable Integer getLevel() {
    return level;
  }

  public void setLevel(@Nullable Integer level) {
    this.level = level;
  }

  public @Nullable Integer getSlide() {
    return slide;
  }

  public void setSlide(@Nullable Integer slide) {
    this.slide = slide;
  }

  public @Nullable Integer getScore() {
    return score;
  }

  public void setScore(@Nullable Integer score) {
    this.score = score;
  }

  public @Nullable String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark;
  }

  public @Nullable String getGoal() {
    return goal;
  }

  public void setGoal(@Nullable String goal) {
    this.goal = goal;
  }
}
