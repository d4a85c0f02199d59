package health.trellis.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * A maker of UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits, so
 * that rows written together lie together in an index.
 */
public final class TimeOrderedUuid {
  private static final SecureRandom RANDOM = new SecureRandom();

  private TimeOrderedUuid() {}

  /** A new UUID for now. */
  public static UUID next() {
    return at(System.currentTimeMillis());
  }

  /** A new UUID that sorts at the given moment, in milliseconds since 1970. */
  public static UUID at(long epochMillis) {
    long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
