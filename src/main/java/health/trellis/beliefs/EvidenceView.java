package health.trellis.beliefs;

import health.trellis.kernel.EvidenceId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that speaks for or against a belief, as one reads it.
 *
 * @param by who added it
 */
public record EvidenceView(
    EvidenceId id,
    EvidenceSide side,
    String words,
    LocalDate happenedOn,
    EvidenceSource source,
    String by,
    Instant addedAt) {}
