package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The total of one time, among those of all times.
 *
 * @param shown the total; null where it is not scorable
 * @param mean the mean answer of the total
 * @param here whether it is the time that the page shows
 */
public record CoursePoint(
    AssignmentId assignment,
    Instant at,
    @Nullable BigDecimal shown,
    @Nullable BigDecimal mean,
    @Nullable String words,
    boolean here) {}
