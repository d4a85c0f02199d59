package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which acts an administrator wants to see; null leaves a question open.
 *
 * @param from the first day, in the clinic's time zone
 * @param until the last day
 * @param person who acted
 * @param client about whom
 */
public record ReviewFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable PersonId person,
    @Nullable ClientId client,
    @Nullable ActKind kind,
    @Nullable Outcome outcome) {
  /** Every act. */
  public static final ReviewFilter ALL = new ReviewFilter(null, null, null, null, null, null);

  /** The same acts, of other days. */
  ReviewFilter between(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new ReviewFilter(first, last, person, client, kind, outcome);
  }
}
