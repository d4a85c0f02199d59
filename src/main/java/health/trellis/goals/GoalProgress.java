package health.trellis.goals;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a goal got, as one side rated it, the client or who treats the client; what was withdrawn
 * does not count.
 *
 * @param level the last one by the levels that stand; null without
 * @param firstScore the first from 0 to 10; null without
 * @param score the last from 0 to 10; null without
 */
public record GoalProgress(
    @Nullable Integer level, @Nullable Integer firstScore, @Nullable Integer score) {
  /**
   * What these ratings come to.
   *
   * @param ratings of one goal, by their days
   * @param standing the levels that stand; null without
   */
  static GoalProgress of(List<RatingView> ratings, @Nullable ScaleView standing, boolean byClient) {
    List<RatingView> counted =
        ratings.stream().filter(each -> each.counts() && each.byClient() == byClient).toList();
    List<RatingView> scored = counted.stream().filter(each -> each.score() != null).toList();
    List<RatingView> levelled =
        standing == null
            ? List.of()
            : counted.stream().filter(each -> each.of(standing.id())).toList();
    return new GoalProgress(
        last(levelled, RatingView::level),
        scored.isEmpty() ? null : scored.get(0).score(),
        last(scored, RatingView::score));
  }

  private static @Nullable Integer last(
      List<RatingView> ratings, Function<RatingView, @Nullable Integer> value) {
    return ratings.isEmpty() ? null : value.apply(ratings.get(ratings.size() - 1));
  }
}
