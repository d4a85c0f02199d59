package health.trellis.goals;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the attained levels of several goals come to: the T-score of goal attainment scaling, which
 * is 50 where all that was expected was reached. Each goal counts by its weight; where no goal has
 * one, all count alike.
 *
 * <p>T = 50 + 10·Σwx / √((1 − ρ)·Σw² + ρ·(Σw)²), with ρ = 0.3 as the correlation that is assumed
 * between goals (Kiresuk TJ, Sherman RE, Goal attainment scaling: a general method for evaluating
 * comprehensive community mental health programs, Community Mental Health Journal 1968, 4:443–453).
 */
public final class Attainment {
  private static final double CENTRE = 50;
  private static final double SPREAD = 10;
  private static final double CORRELATION = 0.3;

  private Attainment() {}

  /**
   * One goal's part.
   *
   * @param level the attained level, −2 to 2
   * @param weight importance × difficulty, 0 or more
   */
  public record Part(int level, int weight) {
    public Part {
      if (!Level.is(level) || weight < 0) {
        throw new IllegalArgumentException("no such level or weight");
      }
    }
  }

  /** T of these goals; empty without any. */
  public static OptionalDouble of(List<Part> goals) {
    if (goals.isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean unweighted = goals.stream().allMatch(goal -> goal.weight() == 0);
    double sum = 0;
    double squares = 0;
    double attained = 0;
    for (Part goal : goals) {
      double weight = unweighted ? 1 : goal.weight();
      sum += weight;
      squares += weight * weight;
      attained += weight * goal.level();
    }
    double spread = Math.sqrt((1 - CORRELATION) * squares + CORRELATION * sum * sum);
    return OptionalDouble.of(CENTRE + SPREAD * attained / spread);
  }
}
