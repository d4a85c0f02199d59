package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A released result as the client reads it: the same numbers, costs and benefits alike, in plain
 * words.
 */
public record ClientResult(
    AssignmentId assignment,
    Inventory inventory,
    Instant submittedAt,
    @Nullable Instant releasedAt,
    @Nullable Instant earlierAt,
    ScoreView total,
    List<ScoreView> profile,
    List<ScoreView> benefits,
    List<ScoreView> costs,
    List<AnswerRow> answers,
    List<CoursePoint> course) {}
