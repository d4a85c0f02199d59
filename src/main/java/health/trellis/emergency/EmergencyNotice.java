package health.trellis.emergency;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.EmergencyNoticeId;
import health.trellis.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a client's record was opened in an emergency, as it is told to who treats the client.
 *
 * @param name the client's
 * @param person who opened it
 * @param overAt when it ends or ended
 * @param open whether it is open now
 * @param readAt when the therapist said that this was read; null before
 */
public record EmergencyNotice(
    EmergencyNoticeId id,
    ClientId client,
    String name,
    String person,
    Role role,
    String reason,
    Instant openedAt,
    Instant overAt,
    boolean open,
    @Nullable Instant readAt) {}
