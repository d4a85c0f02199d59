package health.trellis.goals;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A goal with the last ratings that count, as it is quoted elsewhere.
 *
 * @param standing the levels that stand; null without
 * @param ratings at most one by each side and method: the therapists' first, a level before a score
 */
public record RatedGoal(GoalView goal, @Nullable ScaleView standing, List<RatingView> ratings) {
  /** That goal, with the last of these ratings, which stand by their days. */
  static RatedGoal of(GoalView goal, @Nullable ScaleView standing, List<RatingView> all) {
    Predicate<RatingView> levelled = rating -> standing != null && rating.of(standing.id());
    Predicate<RatingView> scored = rating -> rating.counts() && rating.score() != null;
    return new RatedGoal(
        goal,
        standing,
        Stream.of(false, true)
            .flatMap(
                client ->
                    Stream.of(levelled, scored)
                        .flatMap(how -> last(all, how.and(each -> each.byClient() == client))))
            .toList());
  }

  private static Stream<RatingView> last(List<RatingView> all, Predicate<RatingView> which) {
    return all.stream().filter(which).reduce((earlier, later) -> later).stream();
  }
}
