package health.trellis.beliefs;

import health.trellis.kernel.ExperimentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as one reads it.
 *
 * @param probability how likely the client found the prediction, 0 to 100 percent
 * @param happenedOn when it was tried; null until it is done, like outcome and learned
 * @param givenUpReason null unless it was given up
 * @param before how the belief was rated when it was planned
 * @param after how it was rated once it was done; null until then
 * @param version what its outcome must have seen
 */
public record ExperimentView(
    ExperimentId id,
    ExperimentState state,
    String prediction,
    int probability,
    String plan,
    LocalDate plannedFor,
    Instant plannedAt,
    @Nullable LocalDate happenedOn,
    @Nullable String outcome,
    @Nullable String learned,
    @Nullable String givenUpReason,
    @Nullable ConvictionView before,
    @Nullable ConvictionView after,
    long version) {}
