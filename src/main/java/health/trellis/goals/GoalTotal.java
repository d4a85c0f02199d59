package health.trellis.goals;

import health.trellis.goals.Attainment.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What all goals that are worked on come to, as one side rated them: T where they began and now,
 * over the same goals, each shown to one decimal.
 *
 * @param goals how many goals are in it: agreed levels, and rated by them
 */
public record GoalTotal(BigDecimal baseline, BigDecimal achieved, int goals) {
  /** Of these goals, as the client or the therapists rated them; null where none was rated. */
  static @Nullable GoalTotal of(List<GoalRow> rows, boolean byClient) {
    List<GoalRow> rated =
        rows.stream()
            .filter(row -> row.goal().status().counted() && row.by(byClient).level() != null)
            .toList();
    OptionalDouble began = score(rated, row -> there(told(row).baseline()));
    OptionalDouble now = score(rated, row -> there(row.by(byClient).level()));
    return began.isEmpty() || now.isEmpty()
        ? null
        : new GoalTotal(shown(began.getAsDouble()), shown(now.getAsDouble()), rated.size());
  }

  private static OptionalDouble score(List<GoalRow> rows, ToIntFunction<GoalRow> level) {
    return Attainment.of(
        rows.stream().map(row -> new Part(level.applyAsInt(row), told(row).weight())).toList());
  }

  private static int there(@Nullable Integer level) {
    return Objects.requireNonNull(level, "it is there before it is counted");
  }

  private static ScaleDraft told(GoalRow row) {
    return Objects.requireNonNull(row.standing(), "a level is of a scale").told();
  }

  private static BigDecimal shown(double score) {
    return BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP);
  }

  /** How far it is from where they began to now. */
  public BigDecimal change() {
    return achieved.subtract(baseline);
  }
}
