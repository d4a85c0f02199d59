package health.trellis.goals;

import static health.trellis.goals.GoalTexts.told;
import static health.trellis.goals.GoalTexts.unusable;

import health.trellis.kernel.Problems;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Five levels as they are described; it checks itself. A draft may have gaps, which are filled
 * before it is agreed.
 *
 * @param expected level 0: what one expects, up to 300 characters like all of them
 * @param more level +1: somewhat more than expected
 * @param muchMore level +2: much more than expected
 * @param less level −1: somewhat less than expected
 * @param muchLess level −2: much less than expected
 * @param importance how much it matters to the client, 0 to 3; null where nothing is weighed
 * @param difficulty how hard it is, 0 to 3; null where nothing is weighed
 * @param baseline the level at which it begins, −2 to 2; null while that is not said
 */
public record ScaleDraft(
    @Nullable String expected,
    @Nullable String more,
    @Nullable String muchMore,
    @Nullable String less,
    @Nullable String muchLess,
    @Nullable Integer importance,
    @Nullable Integer difficulty,
    @Nullable Integer baseline) {
  /** The highest weight of either kind. */
  public static final int HEAVIEST = 3;

  private static final int LONGEST = 300;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public ScaleDraft {
    expected = told(expected);
    more = told(more);
    muchMore = told(muchMore);
    less = told(less);
    muchLess = told(muchLess);
    new Problems()
        .in("expected", "scale.expected.missing", expected == null)
        .in("expected", "scale.level.long", unusable(expected, LONGEST))
        .in("more", "scale.level.long", unusable(more, LONGEST))
        .in("muchMore", "scale.level.long", unusable(muchMore, LONGEST))
        .in("less", "scale.level.long", unusable(less, LONGEST))
        .in("muchLess", "scale.level.long", unusable(muchLess, LONGEST))
        .in("importance", "scale.weight.wrong", unweighed(importance))
        .in("difficulty", "scale.weight.wrong", unweighed(difficulty))
        .in("importance", "scale.weight.both", importance == null && difficulty != null)
        .in("difficulty", "scale.weight.both", importance != null && difficulty == null)
        .in("baseline", "scale.baseline.wrong", baseline != null && !Level.is(baseline))
        .refuse();
  }

  private static boolean unweighed(@Nullable Integer weight) {
    return weight != null && (weight < 0 || weight > HEAVIEST);
  }

  /** Whether all five levels are described and it is said where it begins. */
  public boolean complete() {
    return baseline != null
        && Stream.of(expected, more, muchMore, less, muchLess).allMatch(Objects::nonNull);
  }

  /** What this level says; null where it is not described yet. */
  public @Nullable String level(int level) {
    return switch (level) {
      case -2 -> muchLess;
      case -1 -> less;
      case 0 -> expected;
      case 1 -> more;
      case 2 -> muchMore;
      default -> throw new IllegalArgumentException("no level " + level);
    };
  }

  /** Importance × difficulty; 1 where nothing is weighed, or both come to nothing. */
  public int weight() {
    if (importance == null || difficulty == null) {
      return 1;
    }
    return importance * difficulty;
  }
}
