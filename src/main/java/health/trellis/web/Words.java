package health.trellis.web;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the screens say, in the languages that Trellis speaks. */
final class Words {
  private Words() {}

  /** The sentence under this key, its parts filled in. */
  static String say(Locale locale, String key, Object... parts) {
    return new MessageFormat(in(locale).getString(key), locale).format(parts);
  }

  /** A day or time as the pattern under this key writes it. */
  static String write(Locale locale, String pattern, TemporalAccessor when) {
    return DateTimeFormatter.ofPattern(in(locale).getString(pattern), locale).format(when);
  }

  static ResourceBundle in(Locale locale) {
    return ResourceBundle.getBundle("health.trellis.messages", locale);
  }
}
