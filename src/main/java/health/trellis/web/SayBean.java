package health.trellis.web;

import health.trellis.security.Caller;
import health.trellis.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts days, times and numbers into the words of the page's language, in the clinic's time zone. It
 * is what lets a page read as a sentence: {@code #{say.of('desk.answered', say.moment(row.at))}}.
 */
@Named("say")
@RequestScoped
public class SayBean {
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The sentence under this key, its parts filled in. */
  public String of(String key, Object... parts) {
    return Words.say(locale(), key, parts);
  }

  /** A day, as "24 November 2026". */
  public String day(@Nullable Object when) {
    return written("pattern.day", when);
  }

  /** A day with its month shortened, as "24 Nov 2026". */
  public String shortDay(@Nullable Object when) {
    return written("pattern.shortDay", when);
  }

  /** A day on the axis of a drawing, as "24 Nov". */
  public String axisDay(@Nullable Object when) {
    return written("pattern.axisDay", when);
  }

  /** A month on the axis of a drawing, as "Nov 2026". */
  public String axisMonth(@Nullable Object when) {
    return written("pattern.axisMonth", when);
  }

  /** A day and time, as "24 November 2026, 14:03". */
  public String moment(@Nullable Instant when) {
    return written("pattern.moment", when);
  }

  /** A time of day, as "14:03". */
  public String time(@Nullable Instant when) {
    return written("pattern.time", when);
  }

  /** A month, as "March 2026". */
  public String month(@Nullable Instant when) {
    return written("pattern.month", when);
  }

  /** Today with its weekday, as "Tuesday 24 November". */
  public String today() {
    return written("pattern.today", currentDay());
  }

  /** A day of this year, with its month, as "29 November". */
  String dueDay(LocalDate when) {
    return written("pattern.dueDay", when);
  }

  /** A mean answer to one decimal. */
  public String mean(@Nullable BigDecimal mean) {
    return new Numerals(locale()).mean(mean);
  }

  /** A mean of attainment levels to one decimal, with its sign, as "+0.5". */
  public String level(@Nullable BigDecimal mean) {
    return new Numerals(locale()).level(mean);
  }

  /** A score, with decimals only where its rule left some. */
  public String score(@Nullable BigDecimal score) {
    return new Numerals(locale()).score(score);
  }

  /** Names in a row, as "Maya Lindqvist, Ruth Adler". */
  public String names(List<String> names) {
    return String.join(", ", names);
  }

  private String written(String pattern, @Nullable Object when) {
    if (when == null) {
      return "";
    }
    TemporalAccessor local =
        when instanceof Instant instant ? instant.atZone(zone()) : (TemporalAccessor) when;
    return Words.write(locale(), pattern, local);
  }

  /** Today in the clinic's time zone. */
  public LocalDate currentDay() {
    return LocalDate.now(clock.withZone(zone()));
  }

  private ZoneId zone() {
    return caller.known().map(Caller::zone).orElse(ZoneOffset.UTC);
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
