package health.trellis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The languages that Trellis speaks. A locale is only ever chosen among them, never made from text
 * that somebody sent.
 */
final class Languages {
  static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

  private Languages() {}

  /** The language of this name, or English. */
  static Locale named(String name) {
    return SPOKEN.stream()
        .filter(locale -> locale.getLanguage().equals(name))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /** The first language of the browser's that Trellis speaks, or English. */
  static Locale of(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .flatMap(language -> SPOKEN.stream().filter(l -> l.getLanguage().equals(language)))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }
}
