package health.trellis.web;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How long a session lasts: without a sign of life, and at most. */
@ApplicationScoped
class Limits {
  @Inject private Settings settings;

  Duration idle() {
    return Duration.ofMinutes(settings.number(Setting.IDLE_MINUTES));
  }

  Duration longest(Role role) {
    Setting hours = role == Role.CLIENT ? Setting.CLIENT_SESSION_HOURS : Setting.SESSION_HOURS;
    return Duration.ofHours(settings.number(hours));
  }

  /** What is left before the session ends by itself. */
  Duration left(SignedIn signedIn, Role role) {
    Duration untilIdle = idle().minus(signedIn.idle());
    Duration untilOld = longest(role).minus(signedIn.age());
    return untilIdle.compareTo(untilOld) < 0 ? untilIdle : untilOld;
  }
}
