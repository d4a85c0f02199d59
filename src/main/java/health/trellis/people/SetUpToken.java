package health.trellis.people;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.security.FirstStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The token that guards the set-up: the one that the settings name, or one of 128 bits that is made
 * at each start. The server's log tells it while the set-up stands open.
 */
@ApplicationScoped
class SetUpToken {
  private static final Logger LOG = Logger.getLogger(SetUpToken.class.getName());
  private static final int BITS = 128;
  private static final int RADIX = 36;

  @Inject private Settings settings;
  @Inject private FirstStart start;

  private final String made = new BigInteger(BITS, new SecureRandom()).toString(RADIX);

  /** Tells it at the start, where it is needed. */
  void tell(@Observes @Initialized(ApplicationScoped.class) Object started) {
    try {
      if (start.isAwaited() && settings.text(Setting.SET_UP_TOKEN).isEmpty()) {
        LOG.log(
            Level.INFO,
            "There is no clinic yet. Set one up at {0}/set-up.xhtml with this token: {1}",
            new Object[] {settings.text(Setting.BASE_URL), made});
      }
    } catch (IllegalStateException unreachable) {
      LOG.log(Level.WARNING, "Start again once the database answers.", unreachable);
    }
  }

  /** Whether this is it; that takes equally long whatever was typed. */
  boolean is(String typed) {
    String given = settings.text(Setting.SET_UP_TOKEN);
    return MessageDigest.isEqual(bytes(given.isEmpty() ? made : given), bytes(typed));
  }

  private static byte[] bytes(String text) {
    return text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }
}
