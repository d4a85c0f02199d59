package health.trellis.thread;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One time that something was measured.
 *
 * @param opens the record that it leads to: the assignment, the belief
 */
public record SeriesPoint(Instant at, BigDecimal value, UUID opens) {}
