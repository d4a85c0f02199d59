package health.trellis.audit;

import health.trellis.kernel.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One act, as a therapist sees it.
 *
 * @param own whether the therapist who asks acted
 * @param name who acted; null where it was Trellis itself
 * @param role the role then; empty where there was none
 * @param client about whom; null where it was about no client in care
 * @param reason why it did not succeed, or why the record was opened in an emergency
 */
public record WorkLogRow(
    EventNumber number,
    Instant at,
    boolean own,
    @Nullable String name,
    String role,
    String code,
    Outcome outcome,
    Purpose why,
    @Nullable ClientId client,
    @Nullable String clientName,
    @Nullable String reason) {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  /** Whether this and an earlier act are what one look at a list showed of two clients. */
  boolean together(WorkLogRow earlier) {
    return client != null
        && earlier.client != null
        && !client.equals(earlier.client)
        && reason == null
        && own == earlier.own
        && Objects.equals(name, earlier.name)
        && code.equals(earlier.code)
        && outcome == earlier.outcome
        && earlier.at.plus(MOMENT).isAfter(at);
  }
}
