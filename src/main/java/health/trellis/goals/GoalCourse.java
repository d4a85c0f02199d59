package health.trellis.goals;

import java.math.BigDecimal;
import java.util.List;

/**
 * A client's goals in miniature: how far those got that are worked on, on the last days on which
 * one of them was rated. It is one series, of one method and by one side.
 *
 * @param means over the goals, oldest first; at least one
 * @param ofLevels whether they are levels, −2 to 2; otherwise 0 to 10
 * @param byClient whether the client rated them, and not a therapist
 */
public record GoalCourse(List<BigDecimal> means, boolean ofLevels, boolean byClient) {
  /** Where the series begins. */
  public BigDecimal first() {
    return means.get(0);
  }

  /** How far they are now. */
  public BigDecimal last() {
    return means.get(means.size() - 1);
  }

  /** What stands at the foot of the drawing. */
  public int least() {
    return ofLevels ? Level.LOWEST : 0;
  }

  /** What stands at its head. */
  public int most() {
    return ofLevels ? Level.HIGHEST : RatingDraft.ENTIRELY;
  }
}
