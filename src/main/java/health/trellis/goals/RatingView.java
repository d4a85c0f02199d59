package health.trellis.goals;

import health.trellis.kernel.AttainmentScaleId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One rating: on which day, by whom, in which role.
 *
 * @param scale the version whose level it is; null where it is a score
 * @param level −2 to 2; null where it is a score
 * @param score 0 to 10; null where it is a level
 * @param withdrawnAt since when it does not count any more; null while it does
 */
public record RatingView(
    GoalRatingId id,
    @Nullable AttainmentScaleId scale,
    @Nullable Integer level,
    @Nullable Integer score,
    LocalDate on,
    Instant keptAt,
    String by,
    Role as,
    @Nullable String remark,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnReason) {
  /** Whether the client rated it, and not a therapist. */
  public boolean byClient() {
    return as == Role.CLIENT;
  }

  /** Whether it was not withdrawn. */
  public boolean counts() {
    return withdrawnAt == null;
  }

  /** Whether it is a level of that scale, and counts. */
  boolean of(AttainmentScaleId id) {
    return counts() && id.equals(scale);
  }
}
