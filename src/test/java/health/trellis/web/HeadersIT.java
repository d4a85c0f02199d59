package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Breakage;
import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Form;
import health.trellis.testkit.Links;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that stand on every response, whatever it says. */
class HeadersIT extends Outside {
  private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

  private final Headers headers = new Headers();

  @ParameterizedTest
  @EnumSource(Reader.class)
  void they_stand_on_every_page(Reader reader) throws IOException {
    Visitor visitor = signIn(reader);
    List<String> pages = reader.addresses(practice);
    for (String page : pages) {
      assertThat(headers.look(page, visitor.get(page)).statusCode()).as(page).isIn(200, 302);
    }
    headers.wereStrictOn(pages.size());
  }

  @Test
  void they_stand_on_what_a_stranger_is_answered() throws IOException {
    List<String> pages = Pages.below("therapist", "admin", "portal");
    for (String page : pages) {
      HttpResponse<String> answer = headers.look(page, stranger().get(page));
      assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?to=");
      headers.look(
          page + " in part",
          stranger().send(stranger().to(page).header("Faces-Request", "partial/ajax")));
    }
    headers.look("signed out", stranger().get("/signed-out.xhtml"));
    headers.wereStrictOn(2 * pages.size() + 1);
  }

  @Test
  void they_stand_on_what_is_not_there_or_not_ones_own() throws IOException {
    Visitor client = signIn(Reader.CLIENT);
    for (String page : Pages.below("therapist", "admin")) {
      assertThat(headers.look(page, client.get(page)).statusCode()).as(page).isEqualTo(404);
    }
    for (String nothing :
        List.of(
            "/nothing",
            "/nothing.xhtml",
            "/portal/nothing.xhtml",
            "/portal/inventory/answer.xhtml?assignment=" + NOTHING,
            "/fault",
            "/WEB-INF/web.xml",
            "/jakarta.faces.resource/nothing.css.xhtml?ln=css",
            "/jakarta.faces.resource/nothing.css.xhtml?ln=css&h=0123",
            "/api/portal/nothing",
            "/api/portal/assignments/" + NOTHING + "/submit/nothing")) {
      assertThat(headers.look(nothing, client.get(nothing)).statusCode())
          .as(nothing)
          .isEqualTo(404);
    }
    headers.wereStrictOn(15);
  }

  @Test
  void they_stand_on_small_requests_however_these_end() throws IOException {
    Visitor client = signIn(Reader.CLIENT);
    String assignment = practice.giveToClient();
    String answer = "/api/portal/assignments/" + assignment + "/answers/help1";
    String good = "{\"key\":\"" + NOTHING + "\",\"value\":1}";
    Map<Integer, HttpResponse<String>> answers =
        Map.of(
            200, client.write("PUT", answer, good),
            400, client.write("PUT", answer, "{"),
            401, stranger().write("PUT", answer, good),
            403, client.send(client.to(answer).PUT(BodyPublishers.ofString(good))),
            404, client.write("PUT", answer.replace(assignment, NOTHING), good),
            405, client.get(answer),
            422, client.write("PUT", answer, good.replace("1}", "99}")));
    answers.forEach(
        (status, response) ->
            assertThat(headers.look("small request", response).statusCode()).isEqualTo(status));
    headers.wereStrictOn(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin_context(text, text, text, text, uuid)", "roles_of(text)"})
  void they_stand_on_the_page_for_a_fault_and_it_tells_nothing(String function) throws Exception {
    Visitor therapist = signIn(Reader.THERAPIST);
    Visitor client = signIn(Reader.CLIENT);
    String answer = "/api/portal/assignments/" + practice.giveToClient() + "/answers/help1";
    try (Breakage broken = Breakage.of(function)) {
      broken.await(() -> therapist.get("/therapist/desk.xhtml").statusCode() == 500);
      broken.await(() -> client.get("/portal/home.xhtml").statusCode() == 500);
      HttpResponse<String> page = headers.look("fault", therapist.get("/therapist/desk.xhtml"));
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body())
          .containsPattern("<code>[0-9a-f]{10}</code>")
          .doesNotContainIgnoringCase("exception", "permission", "sql", "at health.trellis");
      HttpResponse<String> small =
          headers.look("small fault", client.write("PUT", answer, "{\"key\":\"" + NOTHING + "\"}"));
      assertThat(small.statusCode()).isIn(500, 503);
    }
    assertThat(therapist.get("/therapist/desk.xhtml").statusCode()).isEqualTo(200);
    headers.wereStrictOn(2);
  }

  @Test
  void they_stand_on_what_a_form_is_answered() throws IOException {
    String client = practice.clientOf("therapist");
    Visitor therapist = signIn(Reader.THERAPIST);
    HttpResponse<String> page = therapist.get("/therapist/inventory/assign.xhtml?client=" + client);
    Form give =
        Form.in(page).stream()
            .filter(form -> form.fields().containsKey("give"))
            .findFirst()
            .orElseThrow()
            .with("dueOn", "2001-02-03");
    HttpResponse<String> again =
        headers.look("told to mend", therapist.post(give.action(), give.fields()));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("2001-02-03");
    headers.look("found", therapist.post("/therapist/search", Map.of("text", "somebody")));
    headers.look("signed out", therapist.post("/sign-out", Map.of()));
    assertThat(therapist.get("/therapist/desk.xhtml").statusCode()).isEqualTo(302);
    headers.wereStrictOn(3);
  }

  @Test
  void they_stand_on_static_files_which_a_browser_keeps_for_good() throws IOException {
    List<String> files =
        Links.in(stranger().get("/signed-out.xhtml")).stream()
            .filter(address -> address.startsWith("/jakarta.faces.resource/"))
            .toList();
    assertThat(files).isNotEmpty().allMatch(file -> file.contains("h="));
    for (String file : files) {
      HttpResponse<String> answer = headers.look(file, stranger().get(file), Headers.KEPT_FOR_GOOD);
      assertThat(answer.statusCode()).isEqualTo(200);
    }
    headers.wereStrictOn(files.size());
  }

  @Test
  void they_stand_on_the_health_and_on_every_servlet_whatever_the_method() throws IOException {
    List<String> addresses =
        Stream.of(Endpoints.servlets(), List.of("/health", "/health/ready", "/health/live"))
            .flatMap(List::stream)
            .toList();
    for (String address : addresses) {
      for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "FOO")) {
        Visitor visitor = stranger();
        headers.look(
            method + " " + address,
            visitor.send(
                visitor
                    .to(address)
                    .header("Sec-Fetch-Site", "same-origin")
                    .method(method, BodyPublishers.noBody())));
      }
    }
    headers.wereStrictOn(7 * addresses.size());
  }

  @Test
  void nothing_is_traced() throws IOException {
    Visitor visitor = signIn(Reader.CLIENT);
    for (String path :
        List.of("/", "/sign-in", "/portal/home.xhtml", "/health", "/api/session/alive")) {
      HttpResponse<String> answer =
          visitor.send(visitor.to(path).method("TRACE", BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(path).isEqualTo(405);
      assertThat(answer.body()).as(path).doesNotContain(visitor.session().getValue());
    }
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void they_stand_on_pages_whatever_the_method(Reader reader) throws IOException {
    Visitor visitor = signIn(reader);
    List<String> pages = reader.addresses(practice);
    for (String page : pages) {
      for (String method : List.of("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "FOO")) {
        headers.look(
            method + " " + page,
            visitor.send(
                visitor
                    .to(page)
                    .header("Sec-Fetch-Site", "same-origin")
                    .method(method, BodyPublishers.noBody())));
      }
    }
    headers.wereStrictOn(6 * pages.size());
  }

  @Test
  void the_session_lives_in_a_cookie_that_scripts_and_other_sites_do_not_get() throws IOException {
    HttpResponse<String> begun = stranger().get("/sign-in");
    assertThat(begun.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        // A __Host- cookie needs https; without it, as in this demonstration, its name says so.
        .matches("(?i)trellis=[^;]+; Path=/; HttpOnly; ?SameSite=Lax");
    Visitor visitor = signIn(Reader.THERAPIST);
    String session = visitor.session().getValue();
    for (String page : Reader.THERAPIST.addresses(practice)) {
      HttpResponse<String> answer = visitor.get(page);
      assertThat(answer.body()).as(page).doesNotContain(session);
      assertThat(Links.in(answer)).as(page).noneMatch(link -> link.contains(session));
    }
    HttpResponse<String> named = stranger().get("/therapist/desk.xhtml;jsessionid=" + session);
    assertThat(named.statusCode()).isEqualTo(302);
  }

  @Test
  void signing_in_leaves_the_session_before_behind() throws IOException {
    Visitor visitor = stranger();
    visitor.get("/sign-in");
    String before = visitor.cookies();
    visitor.signIn("/", "therapist", Stage.get().passwordOf("therapist"));
    assertThat(visitor.cookies()).isNotEqualTo(before);
    HttpResponse<String> answer =
        stranger().send(stranger().to("/therapist/desk.xhtml").header("Cookie", before));
    assertThat(answer.statusCode()).isEqualTo(302);
  }
}
