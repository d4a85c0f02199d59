package health.trellis.notes.web;

import health.trellis.notes.NoteTemplate;
import health.trellis.notes.PrintRange;
import health.trellis.web.Days;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** To what an address limits a search over notes, as it stands there. */
public class NoteLimits {
  private static final Pattern OWN_FORM = Pattern.compile("[0-9a-f-]{36}");

  private @Nullable String client;
  private @Nullable String belief;
  private @Nullable String goal;
  private @Nullable String from;
  private @Nullable String until;
  private @Nullable String template;
  private @Nullable String state;

  /** Whether there is any, besides the client. */
  public boolean isAny() {
    return Stream.of(belief, goal, from, until, template, state)
        .map(NoteLimits::given)
        .anyMatch(value -> !value.isEmpty());
  }

  /** The first day of the sessions; null for any. */
  @Nullable LocalDate from() {
    return Days.read(from).orElse(null);
  }

  /** The last day of the sessions; null for any. */
  @Nullable LocalDate until() {
    return Days.read(until).orElse(null);
  }

  /** The code of the notes' form; null for any, and where it can be none. */
  @Nullable String template() {
    String code = given(template);
    return NoteTemplate.usual(code).isPresent() || OWN_FORM.matcher(code).matches() ? code : null;
  }

  /** The days whose notes are printed; none while one of them is wrong. */
  PrintRange printed() {
    return wrong() ? PrintRange.NONE : new PrintRange(from(), until());
  }

  /** The days as they stand in an address. */
  String days() {
    return encodedDays().replaceFirst("^&", "");
  }

  /** The days as a new address can hold them, whatever was typed, each after an ampersand. */
  String encodedDays() {
    return kept("from", from) + kept("until", until);
  }

  boolean wrong() {
    return isFromWrong() || isUntilWrong() || isUntilEarly();
  }

  /** Whether what stands there as the first day is none. */
  public boolean isFromWrong() {
    return !given(from).isEmpty() && from() == null;
  }

  /** Whether what stands there as the last day is none. */
  public boolean isUntilWrong() {
    return !given(until).isEmpty() && until() == null;
  }

  /** Whether the last day is before the first one. */
  public boolean isUntilEarly() {
    LocalDate first = from();
    LocalDate last = until();
    return first != null && last != null && last.isBefore(first);
  }

  /** All of them as they stand in an address, each after an ampersand. */
  public String getKept() {
    return kept("client", client)
        + kept("belief", belief)
        + kept("goal", goal)
        + encodedDays()
        + kept("template", template)
        + kept("state", state);
  }

  private static String kept(String name, @Nullable String value) {
    return given(value).isEmpty()
        ? ""
        : "&" + name + "=" + URLEncoder.encode(given(value), StandardCharsets.UTF_8);
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = given(client).isEmpty() ? null : client;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = given(belief).isEmpty() ? null : belief;
  }

  public @Nullable String getGoal() {
    return goal;
  }

  public void setGoal(@Nullable String goal) {
    this.goal = given(goal).isEmpty() ? null : goal;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from;
  }

  public @Nullable String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until;
  }

  public @Nullable String getTemplate() {
    return template;
  }

  public void setTemplate(@Nullable String template) {
    this.template = template;
  }

  public @Nullable String getState() {
    return state;
  }

  public void setState(@Nullable String state) {
    this.state = state;
  }
}
