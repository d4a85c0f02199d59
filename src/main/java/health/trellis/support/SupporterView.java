package health.trellis.support;

import health.trellis.kernel.SupporterId;
import health.trellis.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supporter as one reads it at some moment.
 *
 * @param version what a change must have seen: the number of the state
 * @param onMap whether it is on the map
 * @param by the name of who wrote this state; null where the reader may not know it
 * @param as in which role that was
 */
public record SupporterView(
    SupporterId id,
    int version,
    SupporterDraft told,
    boolean onMap,
    Instant writtenAt,
    @Nullable String by,
    Role as) {
  /** Whether something flows both ways. */
  public boolean mutual() {
    return !told.gives().isEmpty() && !told.receives().isEmpty();
  }

  /** Whether the client would rather ask than not. */
  public boolean wouldBeAsked() {
    Integer rated = told.wouldAsk();
    return rated != null && rated >= MapMeasures.WOULD_ASK;
  }
}
