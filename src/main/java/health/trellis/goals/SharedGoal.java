package health.trellis.goals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal as its client reads it, whole, with the ratings that the client gave.
 *
 * @param standing the levels that are agreed and stand; null without
 * @param offered levels that wait for the client's yes; null without
 * @param ratings the client's own by their days, withdrawn ones among them
 * @param open whether the case is open, so that something can be done
 */
public record SharedGoal(
    GoalView goal,
    @Nullable ScaleView standing,
    @Nullable ScaleView offered,
    List<RatingView> ratings,
    boolean open) {
  /** Whether it waits for the client's yes: the goal, or other levels. */
  public boolean agreeable() {
    boolean proposed = goal.status() == GoalStatus.PROPOSED;
    return open
        && goal.status().open()
        && (offered != null || (proposed && goal.told().rank() != null));
  }

  /** Whether the client can rate it now. */
  public boolean takesRating() {
    return open && goal.status().rated() && (standing != null || goal.told().rank() != null);
  }

  /** The last rating of the client's that counts; null without. */
  public @Nullable RatingView last() {
    return ratings.stream()
        .filter(RatingView::counts)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** How far it got, as the client rated it. */
  public GoalProgress progress() {
    return GoalProgress.of(ratings, standing, true);
  }
}
