package health.trellis.web;

import health.trellis.security.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words, days and times for what is written outside of a page, in somebody's language and the
 * clinic's time zone.
 */
public final class Speech {
  private final Locale locale;
  private final ZoneId zone;

  private Speech(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
  }

  /** As it is said to this person. */
  public static Speech to(Caller caller) {
    return in(caller.language(), caller.zone());
  }

  /** As it is said in this language, or in English. */
  public static Speech in(String language, ZoneId zone) {
    return new Speech(Languages.named(language), zone);
  }

  /** The language in which it is said. */
  public String language() {
    return locale.getLanguage();
  }

  /** The sentence under this key, its parts filled in. */
  public String of(String key, Object... parts) {
    return Words.say(locale, key, parts);
  }

  /** The words under this key as they stand. */
  public String say(String key) {
    return Words.in(locale).getString(key);
  }

  /** A day, as "24 November 2026". */
  public String day(LocalDate when) {
    return Words.write(locale, "pattern.day", when);
  }

  /** The day of a moment, as "24 November 2026". */
  public String day(Instant when) {
    return day(LocalDate.ofInstant(when, zone));
  }

  /** A mean answer to one decimal. */
  public String mean(@Nullable BigDecimal mean) {
    return new Numerals(locale).mean(mean);
  }

  /** A score, with decimals only where its rule left some. */
  public String score(@Nullable BigDecimal score) {
    return new Numerals(locale).score(score);
  }

  /** A day and time, as "24 November 2026, 14:03". */
  public String moment(Instant when) {
    return Words.write(locale, "pattern.moment", when.atZone(zone));
  }
}
