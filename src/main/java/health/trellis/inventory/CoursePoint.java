package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The total of one time, among those of all times.
 *
 * @param shown the total; null where it is not scorable
 * @param mean the mean answer of the total
 * @param profile the mean answers of the subscales, in the instrument's order; empty where not
 *     scorable
 * @param here whether it is the time that the page shows
 */
public record CoursePoint(
    AssignmentId assignment,
    Instant at,
    @Nullable BigDecimal shown,
    @Nullable BigDecimal mean,
    @Nullable String words,
    List<Optional<BigDecimal>> profile,
    boolean here) {}
