package health.trellis.goals;

import org.jspecify.annotations.Nullable;

/**
 * A goal in the list, with how far it got, as each side rated it.
 *
 * @param standing the levels that are agreed and stand; null without
 */
public record GoalRow(
    GoalView goal, @Nullable ScaleView standing, GoalProgress byTherapist, GoalProgress byClient) {
  /** How far it got, as one side rated it. */
  GoalProgress by(boolean client) {
    return client ? byClient : byTherapist;
  }
}
