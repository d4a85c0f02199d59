package health.trellis.architecture.breaches.web;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import java.util.Locale;

/** A Locale from what a user sent. */
@Breaks(Rule.LOCALES_ARE_CHOSEN)
final class Polyglot {
  Locale made(String sent) {
    return Locale.forLanguageTag(sent);
  }
}
