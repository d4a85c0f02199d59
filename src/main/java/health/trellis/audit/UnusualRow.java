package health.trellis.audit;

import health.trellis.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something in the log that is worth a look, and no more than that.
 *
 * @param person who acted; null where Trellis does not know the identity
 * @param actor the identity that acted, as the identity provider knows it
 * @param since when it began
 * @param from the first day on which the review shows it
 * @param until the last day
 * @param times how many clients, records or refusals
 */
public record UnusualRow(
    UnusualKind kind,
    @Nullable PersonId person,
    @Nullable String name,
    String actor,
    Instant since,
    LocalDate from,
    LocalDate until,
    long times) {}
