package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act, as an administrator sees it: never what stood in a record.
 *
 * @param person who acted; null where it was nobody whom Trellis knows, or a job of its own
 * @param actor the identity that acted, as the identity provider knows it
 * @param role the role then; empty where there was none
 * @param action FHIR's letter of it: C, R, U, D or E
 * @param why what it was done for
 * @param client about whom; null where it was about no client
 * @param entity the kind of record; null where it was on none
 * @param subject the record's id
 * @param about the person whom it was about, where that is not who acted
 * @param alsoNamed clients whom the line names besides: who acted, or whose account it was on
 * @param reason why it did not succeed, what the emergency was, or what the identity provider said
 */
public record ReviewRow(
    EventNumber number,
    Instant at,
    @Nullable PersonId person,
    @Nullable String name,
    String actor,
    String role,
    String code,
    String action,
    Purpose why,
    Outcome outcome,
    @Nullable ClientId client,
    @Nullable String clientName,
    @Nullable String entity,
    @Nullable UUID subject,
    @Nullable String about,
    @Nullable String reason,
    String address,
    UUID request,
    List<ClientId> alsoNamed) {
  private static final String BY_PROVIDER = "system:sign-ins";

  /** Whether this and an earlier act are what one look at a list showed of two clients. */
  boolean together(ReviewRow earlier) {
    return client != null
        && earlier.client != null
        && !client.equals(earlier.client)
        && reason == null
        && request.equals(earlier.request)
        && code.equals(earlier.code)
        && outcome == earlier.outcome;
  }

  /** Every client whom it names. */
  Set<ClientId> named() {
    Set<ClientId> named = new HashSet<>(alsoNamed);
    if (client != null) {
      named.add(client);
    }
    return named;
  }

  /** Whether it was done by an opening in an emergency. */
  public boolean emergency() {
    return why == Purpose.EMERGENCY;
  }

  /** Whether the identity provider saw it, and not Trellis itself. */
  public boolean byProvider() {
    return actor.equals(BY_PROVIDER);
  }
}
