package health.trellis.goals;

import health.trellis.clients.ClientHead;
import health.trellis.kernel.GoalRatingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One goal with all that belongs to it.
 *
 * @param belief the belief that it works against; null without
 * @param supporter who is part of it; null without
 * @param scales the versions of its levels, the first one first
 * @param ratings by their days, withdrawn ones among them
 * @param own those ratings that the reader gave
 * @param steps the soonest first
 * @param changes how it came to stand as it does, the first change first
 * @param mayWrite whether the reader treats the client
 */
public record GoalPage(
    ClientHead head,
    GoalView goal,
    @Nullable AgainstBelief belief,
    @Nullable InvolvedSupporter supporter,
    List<ScaleView> scales,
    List<RatingView> ratings,
    Set<GoalRatingId> own,
    List<StepView> steps,
    List<GoalChangeView> changes,
    LocalDate today,
    boolean mayWrite) {
  /** The levels that are agreed and stand; null without. */
  public @Nullable ScaleView standing() {
    return scales.stream().filter(ScaleView::agreed).reduce((earlier, later) -> later).orElse(null);
  }

  /** The levels that are not agreed yet; null without. */
  public @Nullable ScaleView drafted() {
    return scales.stream().filter(scale -> !scale.agreed()).findFirst().orElse(null);
  }

  /** Whether the reader may write here at all now. */
  public boolean mayAct() {
    return mayWrite && !head.closed();
  }

  /** Whether it was ever agreed, however it stands now. */
  public boolean agreed() {
    return changes.stream().anyMatch(change -> change.status() == GoalStatus.AGREED);
  }

  /** Whether the reader may still work on it. */
  public boolean open() {
    return mayAct() && goal.status().open();
  }

  /** Whether the reader may rate it now, by one method at least. */
  public boolean takesRating() {
    return mayAct() && goal.status().rated() && (standing() != null || goal.told().rank() != null);
  }

  /** Whether the reader may withdraw this rating. */
  public boolean mayWithdraw(RatingView rating) {
    return mayWrite && rating.counts() && own.contains(rating.id());
  }

  /** Whether something waits for the client's yes: the goal, or other levels. */
  public boolean agreeable() {
    return open() && (goal.status() == GoalStatus.PROPOSED || drafted() != null);
  }

  /** Whether something is not offered to the client yet. */
  public boolean offerable() {
    ScaleView draft = drafted();
    boolean levels = draft != null && draft.offeredAt() == null && draft.told().complete();
    return open() && (goal.sharedAt() == null || levels);
  }

  /** How far it got, as the client or the therapists rated it. */
  public GoalProgress by(boolean client) {
    return GoalProgress.of(ratings, standing(), client);
  }
}
