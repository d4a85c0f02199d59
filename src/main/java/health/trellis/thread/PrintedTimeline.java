package health.trellis.thread;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client's timeline for paper.
 *
 * @param birthDate null where it is unknown
 * @param printedBy who asked for it
 */
public record PrintedTimeline(
    Timeline line,
    @Nullable LocalDate birthDate,
    String clinic,
    String printedBy,
    Instant printedAt) {}
