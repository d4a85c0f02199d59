package health.trellis.goals;

import health.trellis.clients.ClientHead;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that describes the five levels of a goal.
 *
 * @param drafted the levels that are not agreed yet; null without
 * @param standing the levels that are agreed and stand; null without
 */
public record ScaleForm(
    ClientHead head, GoalView goal, @Nullable ScaleView drafted, @Nullable ScaleView standing) {}
