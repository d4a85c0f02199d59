package health.trellis.journeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an app for codes shows at a moment (RFC 6238, six digits, SHA-1, half a minute). */
record OneTimeCode(int number) {

  /** The code of a secret as Keycloak's page holds it. */
  static OneTimeCode of(String secret, Instant at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      byte[] step = ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array();
      ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(step));
      int word = hash.getInt(hash.get(19) & 0xf) & 0x7fffffff;
      return new OneTimeCode(word % 1_000_000);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** One that is none of the codes taken now. */
  static OneTimeCode wrong(String secret, Instant at) {
    int number = 0;
    while (number == of(secret, at).number
        || number == of(secret, at.plusSeconds(30)).number
        || number == of(secret, at.minusSeconds(30)).number) {
      number++;
    }
    return new OneTimeCode(number);
  }

  /** As it is typed. */
  String text() {
    return "%06d".formatted(number);
  }
}
