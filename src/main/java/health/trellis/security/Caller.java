package health.trellis.security;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The person who is asking, as Trellis's own tables know them at this moment, in one clinic and one
 * role.
 *
 * @param client the caller's own record, where the role is {@link Role#CLIENT}; else null
 * @param zone the clinic's time zone, in which days begin and end
 * @param therapists the names of those who treat the caller, where the caller is a client
 * @param supervisees those whose work the caller supervises, by name
 */
public record Caller(
    PersonId person,
    ClinicId clinic,
    Role role,
    String name,
    String language,
    ZoneId zone,
    @Nullable ClientId client,
    boolean demo,
    String clinicName,
    List<String> therapists,
    List<Supervisee> supervisees) {
  /** The day it is in the clinic's time zone. */
  public LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(zone));
  }

  /** The caller's own record, where the caller is a client. */
  public Optional<ClientId> ownRecord() {
    return Optional.ofNullable(client);
  }
}
