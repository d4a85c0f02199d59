package health.trellis.goals;

import health.trellis.kernel.GoalStarterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A goal to begin with of the clinic's own.
 *
 * @param particulars what exactly; null where nothing more is said
 * @param retiredAt null while it is offered
 * @param version what a change must have seen
 */
public record StarterView(
    GoalStarterId id,
    GoalFocus focus,
    String words,
    @Nullable String particulars,
    Instant changedAt,
    @Nullable Instant retiredAt,
    long version) {}
