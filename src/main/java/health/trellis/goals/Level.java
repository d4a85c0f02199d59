package health.trellis.goals;

import java.util.List;

/** The five levels of attainment: 0 is what one expects, −2 much less, 2 much more. */
public final class Level {
  static final int LOWEST = -2;
  static final int HIGHEST = 2;

  private Level() {}

  /** Whether there is such a level. */
  public static boolean is(int level) {
    return level >= LOWEST && level <= HIGHEST;
  }

  /** All of them, the highest first, as a ladder shows them. */
  public static List<Integer> ladder() {
    return List.of(2, 1, 0, -1, -2);
  }
}
