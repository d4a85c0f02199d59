package health.trellis.clients;

import health.trellis.kernel.ClientId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client in the administrator's list: who, how to reach them, and who treats them.
 *
 * @param therapists the names of those who treat the client now
 * @param portal whether the client has an account
 */
public record ClientRow(
    ClientId id,
    String name,
    @Nullable LocalDate birthDate,
    @Nullable String email,
    @Nullable String phone,
    String language,
    List<String> therapists,
    boolean portal) {}
