package health.trellis.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A proof that a person gave the password again for one purpose: to act on one record as it was
 * seen. It holds for two minutes after the identity provider asked, and for that person, record and
 * version alone.
 *
 * @param sub whom the identity provider asked
 * @param at when it did, by its own clock
 * @param record what is to be acted on
 * @param version the version that was seen
 */
public record Confirmation(String sub, Instant at, UUID record, long version)
    implements Serializable {
  private static final Duration HOLDS = Duration.ofMinutes(2);

  /** Two machines' clocks may differ by this much. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** Whether it lets this person act on this record in this version now. */
  public boolean covers(String person, UUID actedOn, long seen, Instant now) {
    return sub.equals(person)
        && record.equals(actedOn)
        && version == seen
        && now.isBefore(at.plus(HOLDS))
        && now.isAfter(at.minus(SKEW));
  }
}
