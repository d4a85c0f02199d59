package health.trellis.audit;

import health.trellis.kernel.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which acts a therapist wants to see; null leaves a question open.
 *
 * @param from the first day, in the clinic's time zone
 * @param until the last day
 * @param client about whom
 */
public record WorkLogFilter(
    @Nullable LocalDate from, @Nullable LocalDate until, @Nullable ClientId client, Whose whose) {}
