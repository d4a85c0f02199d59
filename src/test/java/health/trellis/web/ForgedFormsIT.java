package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Tables;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a page would send, without what only that page can know: the state of another person's page,
 * none, or one that never was; the token of another session, or none; by a link in the place of a
 * form. Nothing of it does anything.
 */
class ForgedFormsIT extends Outside {
  private static final String STATE = "jakarta.faces.ViewState";

  private final Tables tables = new Tables();
  private final Trials trials = new Trials("forged forms and small writes that did something");
  private int turn;

  @Test
  void a_form_does_nothing_with_the_state_of_another_person_with_none_or_by_a_link()
      throws IOException {
    for (Reader reader : Reader.values()) {
      Visitor visitor = signIn(reader);
      List<Form> forms = formsOf(visitor, reader);
      List<String> others = statesOf(others(reader));
      assertThat(others).isNotEmpty();
      Map<String, String> before = contents();
      int number = 0;
      for (Form form : forms) {
        forge(visitor, form, others.get(number++ % others.size()));
      }
      compare(reader + "'s forms", before);
    }
    trials.end(Trials.isLong() ? 800 : 250);
  }

  /** The forms of every page of this reader's, with each of their buttons. */
  private List<Form> formsOf(Visitor visitor, Reader reader) throws IOException {
    List<Form> forms = new ArrayList<>();
    for (String page : reader.addresses(practice)) {
      for (Form form : Form.in(visitor.get(page))) {
        if (form.fields().containsKey(STATE)) {
          forms.add(form);
        }
      }
    }
    assertThat(forms).hasSizeGreaterThan(5);
    return forms;
  }

  /** Somebody of the same role in a session of their own. */
  private Visitor others(Reader reader) throws IOException {
    practice.welcomeNewcomers();
    return switch (reader) {
      case THERAPIST -> signIn("colleague", "/");
      case CLIENT -> signIn("newclient", "/");
      case ADMINISTRATOR -> signIn(Reader.ADMINISTRATOR);
    };
  }

  private static List<String> statesOf(Visitor other) throws IOException {
    List<String> states = new ArrayList<>();
    String folder = other.get("/").headers().firstValue("Location").orElseThrow().split("/")[1];
    for (String page : Pages.below(folder)) {
      for (Form form : Form.in(other.get(page))) {
        states.add(form.fields().getOrDefault(STATE, ""));
      }
    }
    states.removeIf(String::isEmpty);
    return states;
  }

  private void forge(Visitor visitor, Form form, String others) throws IOException {
    String own = form.fields().getOrDefault(STATE, "");
    List<String> invented =
        List.of("", "-1:-1", "e1s1", "stateless", own + "1", "\u0000", "x".repeat(9_000));
    send(visitor, form.with(STATE, others));
    for (int i = 0; i < (Trials.isLong() ? invented.size() : 1); i++) {
      send(visitor, form.with(STATE, invented.get(turn++ % invented.size())));
    }
    if (Trials.isLong() || turn % 5 == 0) {
      send(visitor, form.without(STATE));
      byLink(visitor, form, "HEAD", "same-origin");
    }
    byLink(visitor, form, "GET", turn % 2 == 0 ? "cross-site" : "same-origin");
  }

  private void send(Visitor visitor, Form form) throws IOException {
    HttpResponse<String> answer =
        visitor.send(form.sentBy(visitor).header("Sec-Fetch-Site", "same-origin"));
    trials.check(answer.statusCode() < 500, form.action() + ": " + answer.statusCode());
  }

  /** All that stands in the form, with the page's own state, as an address. */
  private void byLink(Visitor visitor, Form form, String method, String site) throws IOException {
    String query =
        form.fields().entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String address = form.action() + (form.action().contains("?") ? "&" : "?") + query;
    HttpRequest.Builder link =
        visitor.to(address).header("Sec-Fetch-Site", site).method(method, BodyPublishers.noBody());
    int status = visitor.send(link).statusCode();
    trials.check(status == 403, "%s %s: %d".formatted(method, form.action(), status));
  }

  @Test
  void a_small_write_does_nothing_with_the_token_of_another_session() throws IOException {
    Map<String, String> records = practice.records();
    List<String> tokens = new ArrayList<>(List.of("", "null", "undefined", "x".repeat(3_000)));
    for (String other : List.of("therapist", "colleague", "client", "admin")) {
      tokens.add(signIn(other, "/").token());
    }
    Visitor therapist = signIn(Reader.THERAPIST);
    Visitor client = signIn(Reader.CLIENT);
    Trials writes = new Trials("small writes with another session's token that did something");
    Map<String, String> before = contents();
    for (Small write : Endpoints.small().stream().filter(Small::writes).toList()) {
      Visitor sender = write.sender() == Reader.THERAPIST ? therapist : client;
      for (String token : tokens) {
        HttpRequest.Builder request =
            sender
                .to(write.at(records))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .header("X-Trellis-Token", token)
                .method(write.method(), BodyPublishers.ofString(Small.body()));
        int status = sender.send(request).statusCode();
        writes.check(status == 403, "%s with %s: %d".formatted(write, token, status));
      }
    }
    assertThat(contents()).isEqualTo(before);
    writes.end(5 * tokens.size());
  }

  private void compare(String whose, Map<String, String> before) {
    Map<String, String> after = contents();
    before.forEach(
        (table, content) -> {
          if (!content.equals(after.get(table))) {
            trials.wrong(whose + " changed " + table);
          }
        });
    before.putAll(after);
  }

  /** All that a person's forms can change, the checks of the log and the sessions among it. */
  private Map<String, String> contents() {
    Map<String, String> contents = tables.contents();
    contents.put("audit_check", practice.one("select count(*) from audit_check"));
    contents.put(
        "sign_in", practice.one("select count(*) from sign_in where ended_at is not null"));
    return contents;
  }
}
