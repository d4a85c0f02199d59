package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last submitted inventory in short, with its course.
 *
 * @param earlierAt when the one before was submitted; null where it is the first
 */
public record LatestResult(
    AssignmentId assignment,
    Inventory inventory,
    Instant submittedAt,
    @Nullable Instant earlierAt,
    ScoreView total,
    List<ScoreView> profile,
    List<CoursePoint> course) {}
