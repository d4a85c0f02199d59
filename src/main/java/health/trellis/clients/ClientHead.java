package health.trellis.clients;

import health.trellis.kernel.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of every page of one client.
 *
 * @param age in whole years; null where the date of birth is unknown
 * @param since since when somebody treats the client now; null where nobody does
 */
public record ClientHead(
    ClientId id,
    String name,
    @Nullable Integer age,
    String language,
    @Nullable Instant since,
    boolean closed) {
  /** The head of an opened client, as of a day. */
  public static ClientHead of(OpenClient client, LocalDate today) {
    Integer age =
        client.birthDate().map(born -> (int) ChronoUnit.YEARS.between(born, today)).orElse(null);
    return new ClientHead(
        client.id(),
        client.name(),
        age,
        client.language(),
        client.since().orElse(null),
        client.closed());
  }
}
