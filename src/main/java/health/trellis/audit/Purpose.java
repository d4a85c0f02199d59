package health.trellis.audit;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an act was done for, as the context of its transaction said. */
public enum Purpose {
  TREATMENT,
  ADMINISTRATION,
  /** By an opening in an emergency, for a written reason. */
  EMERGENCY,
  OWN,
  SYSTEM,
  /** Nothing was said. */
  UNSAID;

  static Purpose of(@Nullable String stored) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(stored))
        .findFirst()
        .orElse(UNSAID);
  }
}
