package health.trellis.beliefs;

import health.trellis.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rating: when, by whom, in which role.
 *
 * @param conviction of the belief, 0 to 100
 * @param alternative of the alternative belief, 0 to 100; null where it was not rated
 * @param moment whether it was rated before or after an experiment; null where it was neither
 */
public record ConvictionView(
    Instant at,
    String by,
    Role as,
    int conviction,
    @Nullable Integer alternative,
    @Nullable String remark,
    @Nullable Moment moment) {
  /** Whether the client rated it, and not a therapist with the client. */
  public boolean byClient() {
    return as == Role.CLIENT;
  }
}
