package health.trellis.audit.web;

import health.trellis.audit.ActKind;
import health.trellis.audit.Outcome;
import health.trellis.audit.ReviewFilter;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import health.trellis.web.Days;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** To what an address limits the review of the log, as it stands there: ids, days and choices. */
public class ReviewLimits implements Serializable {
  private static final long serialVersionUID = 1L;

  private String from = "";
  private String until = "";
  private String person = "";
  private String client = "";
  private String kind = "";
  private String outcome = "";

  /** What an address would hold that asks for this. */
  static ReviewLimits of(ReviewFilter filter) {
    ReviewLimits limits = new ReviewLimits();
    limits.from = said(filter.from());
    limits.until = said(filter.until());
    limits.person = said(filter.person());
    limits.client = said(filter.client());
    limits.kind = said(filter.kind());
    limits.outcome = said(filter.outcome());
    return limits;
  }

  private static String said(@Nullable Object part) {
    return part == null ? "" : part.toString();
  }

  /** What is asked for; a day that is none limits nothing, which the page says. */
  ReviewFilter filter() {
    return new ReviewFilter(
        Days.read(from).orElse(null),
        Days.read(until).orElse(null),
        person.isEmpty() ? null : PersonId.of(person),
        client.isEmpty() ? null : ClientId.of(client),
        choice(ActKind.values(), kind),
        choice(Outcome.values(), outcome));
  }

  private static <E extends Enum<E>> @Nullable E choice(E[] among, String name) {
    return Arrays.stream(among).filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  /** Whether there is any. */
  public boolean isAny() {
    return !getKept().isEmpty();
  }

  /** All of them as they stand in an address, each after an ampersand. */
  public String getKept() {
    return getKeptDays()
        + kept("person", person)
        + kept("client", client)
        + kept("kind", kind)
        + kept("outcome", outcome);
  }

  /** The days alone. */
  public String getKeptDays() {
    return kept("from", from) + kept("until", until);
  }

  private static String kept(String name, String value) {
    return value.isEmpty()
        ? ""
        : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Whether what stands there as the first day is none. */
  public boolean isFromWrong() {
    return !from.isEmpty() && Days.read(from).isEmpty();
  }

  /** Whether what stands there as the last day is none. */
  public boolean isUntilWrong() {
    return !until.isEmpty() && Days.read(until).isEmpty();
  }

  /** Whether the last day is before the first one. */
  public boolean isUntilEarly() {
    LocalDate first = Days.read(from).orElse(LocalDate.MIN);
    return Days.read(until).orElse(LocalDate.MAX).isBefore(first);
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = given(from);
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = given(until);
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(@Nullable String person) {
    this.person = given(person);
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = given(client);
  }

  public String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = given(kind);
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String outcome) {
    this.outcome = given(outcome);
  }
}
