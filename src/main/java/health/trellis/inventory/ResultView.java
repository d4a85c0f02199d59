package health.trellis.inventory;

import health.trellis.clients.ClientHead;
import health.trellis.kernel.AssignmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submitted inventory as the therapist reads it.
 *
 * @param profile the subscales, in the instrument's order
 * @param answers every item with its answer
 * @param course the totals of this instrument over time, oldest first
 * @param mayAct whether the caller treats the client, and so may review and release
 * @param version what an act must be based on
 */
public record ResultView(
    ClientHead head,
    AssignmentId assignment,
    long version,
    Inventory inventory,
    Instant submittedAt,
    @Nullable Instant earlierAt,
    ScoreView total,
    List<ScoreView> profile,
    List<ScoreView> signs,
    List<ScoreView> benefits,
    List<ScoreView> costs,
    List<AnswerRow> answers,
    List<CoursePoint> course,
    @Nullable Instant reviewedAt,
    @Nullable Instant releasedAt,
    boolean mayAct) {}
