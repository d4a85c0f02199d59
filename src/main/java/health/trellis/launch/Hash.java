package health.trellis.launch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of something, by which a changed file or option is noticed. */
final class Hash {
  private Hash() {}

  /** 64 hexadecimal digits. */
  static String of(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** 64 hexadecimal digits. */
  static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
