package health.trellis.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The number of a fault: a person is told it, and the log has the cause under it. */
final class Incident {
  /** Where a small request is told it. */
  static final String HEADER = "X-Incident";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Incident() {}

  /** A new one. */
  static String next() {
    byte[] bytes = new byte[5];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
