package health.trellis.goals;

import static health.trellis.goals.GoalTexts.told;
import static health.trellis.goals.GoalTexts.unusable;

import health.trellis.kernel.Problems;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a goal got; it checks itself. Either by its levels, or from 0 to 10, or by both at once.
 *
 * @param level −2 to 2; null where it is not rated so
 * @param score 0 (not at all) to 10 (entirely); null where it is not rated so
 * @param ratedOn the day that it is about
 * @param remark up to 500 characters; null where there is none
 */
public record RatingDraft(
    @Nullable Integer level, @Nullable Integer score, LocalDate ratedOn, @Nullable String remark) {
  /** The highest score. */
  public static final int ENTIRELY = 10;

  /** How long a remark can be. */
  public static final int REMARK = 500;

  public RatingDraft {
    remark = told(remark);
    new Problems()
        .in("level", "goalRating.level.wrong", level != null && !Level.is(level))
        .in("score", "goalRating.score.wrong", score != null && (score < 0 || score > ENTIRELY))
        .in("score", "goalRating.missing", level == null && score == null)
        .in("remark", "goal.sentence.long", unusable(remark, REMARK))
        .refuse();
  }
}
