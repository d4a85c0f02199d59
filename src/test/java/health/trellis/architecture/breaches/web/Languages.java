package health.trellis.architecture.breaches.web;

import java.util.Locale;

/** The one that may make a Locale. */
public final class Languages {
  Locale chosen() {
    return Locale.forLanguageTag("en");
  }
}
