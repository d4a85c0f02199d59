package health.trellis.goals;

import health.trellis.clients.ClientHead;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that rates a goal.
 *
 * @param standing the levels by which it is rated; null where it has none
 */
public record RatingForm(
    ClientHead head, GoalView goal, @Nullable ScaleView standing, LocalDate today) {}
