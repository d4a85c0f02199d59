package health.trellis.inventory;

/**
 * What a scale does when answers are missing. A missing answer is never counted as 0: either the
 * answers there are stand for it, or the scale has no score.
 *
 * @param minimum the smallest number of items that must be answered for a score; for {@link
 *     Method#EVERY_PART} the number of parts, all of which must have a score
 * @param method how a score is made from the answers there are
 * @param rounding how the score, kept to two decimals, is shown
 */
public record MissingRule(int minimum, Method method, Rounding rounding) {

  /** How a score is made from the answers there are. */
  public enum Method {
    /** A sum: the number of items × the mean of those answered. */
    PRORATE,
    /** A mean: the mean of those answered. */
    MEAN,
    /** A sum of other scales, each under its own rule. */
    EVERY_PART
  }

  public MissingRule {
    if (minimum < 1) {
      throw new IllegalArgumentException(
          "a score needs at least 1 answer, not " + minimum + ": a missing answer is never 0");
    }
  }
}
