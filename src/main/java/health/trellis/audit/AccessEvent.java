package health.trellis.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act about the client who asks, as it stands in the log.
 *
 * @param actor who acted; null where it was Trellis itself
 * @param name what that person is called; null where the client knows no such person
 * @param reason what the emergency was; null where it was none
 */
record AccessEvent(
    EventNumber number,
    Instant at,
    @Nullable UUID actor,
    @Nullable String name,
    Capacity as,
    String code,
    Purpose why,
    @Nullable String reason) {
  /** Whether it belongs to the same visit as the next newer act. */
  boolean continues(AccessEvent newer) {
    return as == newer.as
        && why == newer.why
        && Objects.equals(reason, newer.reason)
        && (actor == null ? newer.actor == null : actor.equals(newer.actor));
  }
}
