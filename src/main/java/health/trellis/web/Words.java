package health.trellis.web;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the screens say, in the languages that Trellis speaks. */
final class Words {
  private Words() {}

  static ResourceBundle in(Locale locale) {
    return ResourceBundle.getBundle("health.trellis.messages", locale);
  }
}
