package health.trellis.support;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A moment whose map is shown.
 *
 * @param at the moment; null for now
 * @param day its day by the clinic's calendar
 * @param kept the kept map that names it; null where a day does
 */
public record ShownMoment(@Nullable Instant at, LocalDate day, @Nullable KeptMapRow kept) {}
