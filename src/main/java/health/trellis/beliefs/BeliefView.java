package health.trellis.beliefs;

import health.trellis.kernel.BeliefId;
import java.time.Instant;

/**
 * A belief as one reads it.
 *
 * @param version what a revision must have seen
 */
public record BeliefView(
    BeliefId id, BeliefDraft told, Instant namedAt, Instant revisedAt, long version) {}
