package health.trellis.goals.web;

import health.trellis.goals.GoalProgress;
import health.trellis.goals.Level;
import health.trellis.goals.ScaleView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Five levels as a ladder, the highest on top, with where it began and where each side sees it. */
public final class Ladder {
  private Ladder() {}

  /**
   * One rung.
   *
   * @param words what the level says; null where it is not described yet
   * @param baseline whether it began here
   * @param byTherapist whether the therapist's last rating is this level
   * @param byClient whether the client's is
   */
  public record Rung(
      int level, @Nullable String words, boolean baseline, boolean byTherapist, boolean byClient) {}

  /** The rungs of these levels; none without. */
  public static List<Rung> of(
      @Nullable ScaleView scale,
      @Nullable GoalProgress byTherapist,
      @Nullable GoalProgress byClient) {
    return scale == null
        ? List.of()
        : Level.ladder().stream()
            .map(
                level ->
                    new Rung(
                        level,
                        scale.told().level(level),
                        level.equals(scale.told().baseline()),
                        stands(byTherapist, level),
                        stands(byClient, level)))
            .toList();
  }

  private static boolean stands(@Nullable GoalProgress progress, Integer level) {
    return progress != null && Objects.equals(progress.level(), level);
  }
}
