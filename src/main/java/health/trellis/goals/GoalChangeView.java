package health.trellis.goals;

import health.trellis.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a goal came to stand as it did: when, by whom, in which role.
 *
 * @param reason why it ended; null where it did not
 */
public record GoalChangeView(
    GoalStatus status, Instant at, String by, Role as, @Nullable String reason) {}
