package health.trellis.emergency;

import health.trellis.kernel.EmergencyAccessId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opening in an emergency as it stands.
 *
 * @param email the client's, while it is open; null where there is none
 * @param phone the client's, while it is open; null where there is none
 * @param therapists the names of those who treat the client, who were told
 * @param overAt when it ends or ended
 * @param open whether the record can be read now
 */
public record EmergencyAccess(
    EmergencyAccessId id,
    String name,
    @Nullable LocalDate birthDate,
    @Nullable String email,
    @Nullable String phone,
    List<String> therapists,
    String reason,
    Instant openedAt,
    Instant overAt,
    boolean open) {}
