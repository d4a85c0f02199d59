package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.security.Asker;
import health.trellis.security.Role;
import health.trellis.testkit.Company;
import health.trellis.testkit.Company.Member;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Sameness;
import health.trellis.testkit.Tables;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What went wrong in other clinical systems, each tried here. */
class FailuresElsewhereIT extends Outside {
  private static final String NOTE = "select sections::text from session_note where id = ?::uuid";

  private static Company company;
  private static Map<String, String> maras;

  private final Tables tables = new Tables();

  @BeforeAll
  static void meet() throws IOException {
    company = Company.meet();
    maras = company.records();
  }

  @AfterAll
  static void part() {
    company.part();
  }

  private static String hers(String kind) {
    return maras.getOrDefault(kind, "");
  }

  private static Member colleague() {
    return member(Asker.COLLEAGUE, Role.THERAPIST);
  }

  private static Member member(Asker asker, Role role) {
    return company.members().stream()
        .filter(each -> each.asker() == asker && each.role() == role)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_id_in_the_body_overwrites_no_other_record() throws IOException {
    Member colleague = colleague();
    String hers = practice.one(NOTE, hers("draft"));
    String body =
        """
        {"key": "%s", "version": 0, "sections": {"text": "Forged."}, "id": "%2$s", "note": "%2$s",
          "noteId": "%2$s", "client": "%3$s", "clientId": "%3$s", "client_id": "%3$s"}"""
            .formatted(UUID.randomUUID(), hers("draft"), hers("client"));
    HttpResponse<String> kept =
        colleague
            .visitor()
            .write(
                "PUT",
                "/api/therapist/clients/%s/notes/%s/draft"
                    .formatted(colleague.own().get("client"), colleague.own().get("draft")),
                body);
    assertThat(kept.statusCode()).isIn(200, 409);
    assertThat(practice.one(NOTE, hers("draft"))).isEqualTo(hers);
  }

  @Test
  void a_form_is_not_found_by_its_id_alone() throws IOException {
    Visitor therapist = member(Asker.THERAPIST, Role.THERAPIST).visitor();
    for (String form :
        List.of(
            "/therapist/goals/goal.xhtml?goal=" + hers("goal"),
            "/therapist/beliefs/belief.xhtml?belief=" + hers("belief"),
            "/therapist/inventory/result.xhtml?assignment=" + hers("submitted"),
            "/therapist/notes/read.xhtml?note=" + hers("signed"))) {
      assertThat(therapist.get(form).statusCode()).as(form).isEqualTo(404);
    }
  }

  @Test
  void a_download_is_not_found_under_another_client() throws IOException {
    Member colleague = colleague();
    String paper = "/api/therapist/clients/%s/notes.pdf?note=" + hers("signed");
    for (String client : List.of(hers("client"), colleague.own().get("client"))) {
      assertThat(colleague.visitor().get(paper.formatted(client)).statusCode()).isEqualTo(404);
    }
    assertThat(
            member(Asker.THERAPIST, Role.THERAPIST)
                .visitor()
                .get(paper.formatted(hers("client")))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void no_list_forgets_whose_it_is() throws IOException {
    Visitor colleague = colleague().visitor();
    for (String list :
        List.of(
            "/therapist/desk.xhtml",
            "/therapist/caseload.xhtml",
            "/therapist/caseload.xhtml?rows=1000",
            "/therapist/goals/waiting.xhtml",
            "/therapist/notes/search.xhtml",
            "/therapist/notes/search.xhtml?client=" + hers("client"))) {
      assertThat(colleague.get(list).body()).as(list).doesNotContain(Company.name());
    }
  }

  @Test
  void no_route_lets_in_whom_it_should_keep_out() throws IOException {
    Visitor nobody = stranger();
    for (String page : Pages.below("therapist", "portal", "admin")) {
      HttpResponse<String> answer = nobody.get(page);
      assertThat(answer.statusCode()).as(page).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?to=");
    }
  }

  @Test
  void who_is_denied_stays_denied_whatever_else_would_allow() throws IOException {
    for (Member denied :
        List.of(
            member(Asker.DISABLED, Role.THERAPIST), member(Asker.WITHOUT_ROLE, Role.THERAPIST))) {
      company.letTreatMara(denied.asker() == Asker.DISABLED ? "disabled" : "norole");
      for (String page : Pages.below("therapist", "portal", "admin")) {
        assertThat(denied.visitor().get(page + "?client=" + hers("client")).statusCode())
            .as("%s at %s", denied, page)
            .isIn(404, 302);
      }
    }
  }

  @Test
  void a_sort_is_one_of_those_that_are_there_and_no_sql() throws IOException {
    Visitor therapist = member(Asker.THERAPIST, Role.THERAPIST).visitor();
    Map<String, String> before = tables.contents();
    String plain = titles(therapist.get("/therapist/caseload.xhtml"));
    for (String sort :
        List.of(
            "name_key%3Bdelete+from+client",
            "l.nameKey+desc", "(select+1)", "NAME%27--", "1+and+pg_sleep(9)")) {
      long began = System.nanoTime();
      HttpResponse<String> sorted = therapist.get("/therapist/caseload.xhtml?sort=" + sort);
      assertThat(sorted.statusCode()).as(sort).isIn(200, 404);
      assertThat(System.nanoTime() - began).as(sort).isLessThan(8_000_000_000L);
      if (sorted.statusCode() == 200) {
        assertThat(titles(sorted)).as(sort).isEqualTo(plain);
      }
    }
    assertThat(tables.contents()).isEqualTo(before);
  }

  private static String titles(HttpResponse<String> page) {
    return String.join(
        ",",
        page.body()
            .lines()
            .filter(line -> line.contains("overview.xhtml?client="))
            .map(line -> line.replaceAll(".*client=([0-9a-f-]{36}).*", "$1"))
            .toList());
  }

  @Test
  void no_error_tells_whether_something_is_there() throws IOException {
    Visitor colleague = colleague().visitor();
    for (String kind : List.of("belief", "goal")) {
      String page = "/therapist/%ss/%1$s.xhtml?client=%s&%1$s=%s";
      HttpResponse<String> notHers =
          colleague.get(page.formatted(kind, hers("client"), hers(kind)));
      HttpResponse<String> nothing =
          colleague.get(page.formatted(kind, UUID.randomUUID(), UUID.randomUUID()));
      HttpResponse<String> noId = colleague.get(page.formatted(kind, "1", "'"));
      assertThat(notHers.statusCode()).isEqualTo(404);
      assertThat(Sameness.of(notHers)).isEqualTo(Sameness.of(nothing)).isEqualTo(Sameness.of(noId));
    }
  }

  @Test
  void a_session_that_ended_gives_nothing_out() throws IOException {
    Visitor therapist = signIn("therapist", "/");
    Map.Entry<String, String> old = therapist.session();
    String overview = "/therapist/clients/overview.xhtml?client=" + hers("client");
    assertThat(therapist.get(overview).statusCode()).isEqualTo(200);
    assertThat(therapist.post("/sign-out", Map.of()).statusCode()).isIn(302, 303);
    Visitor again = stranger();
    for (String address : List.of(overview, "/therapist/desk.xhtml", "/")) {
      HttpResponse<String> answer =
          again.send(
              again
                  .to(address)
                  .header("Sec-Fetch-Site", "same-origin")
                  .header("Cookie", old.getKey() + "=" + old.getValue()));
      assertThat(answer.statusCode()).as(address).isEqualTo(302);
      assertThat(answer.body()).doesNotContain(Company.name());
    }
  }
}
