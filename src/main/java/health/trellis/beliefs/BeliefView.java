package health.trellis.beliefs;

import health.trellis.kernel.BeliefId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A belief as one reads it.
 *
 * @param sharedAt since when the client reads it too; null while it is not shared
 * @param sharesRatings whether the client also reads what therapists rated
 * @param version what a revision must have seen
 */
public record BeliefView(
    BeliefId id,
    BeliefDraft told,
    Instant namedAt,
    Instant revisedAt,
    @Nullable Instant sharedAt,
    boolean sharesRatings,
    long version) {}
