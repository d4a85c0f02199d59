package health.trellis.goals;

import health.trellis.kernel.AttainmentScaleId;
import health.trellis.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a goal's levels as one reads it.
 *
 * @param offeredAt when the therapist agreed to it; null while it is drafted
 * @param agreedAt when the client did, since when it is frozen; null until then
 * @param agreedAs as whom: as the client in the portal, or as the therapist who wrote it down
 * @param version what a change must have seen
 */
public record ScaleView(
    AttainmentScaleId id,
    int number,
    ScaleDraft told,
    @Nullable Instant offeredAt,
    @Nullable Instant agreedAt,
    @Nullable Role agreedAs,
    long version) {
  /** Whether client and therapist agreed to it. */
  public boolean agreed() {
    return agreedAt != null;
  }

  /** Whether the client agreed in the room, and not in the portal. */
  public boolean agreedInTheRoom() {
    return agreedAs == Role.THERAPIST;
  }
}
