package health.trellis.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Links;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Statements;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The review of the log and its file, as an administrator and others might ask for them. */
class AuditReviewIT extends Outside {
  private static final String LIST = "/admin/audit/list.xhtml";
  private static final String FILE = "/api/admin/audit.csv";
  private static final String RESOURCES = "/api/admin/audit.ndjson";
  private static final Pattern NUMBER =
      Pattern.compile("figure whole[^>]*><a[^>]*>(\\d+)</a></td>");
  private static final String READ =
      "select count(*) from audit_event where code = ? and client_id = ?::uuid";

  private final Statements statements = new Statements(Stage.get().backstage().databaseLog());

  @Test
  void a_page_takes_three_statements_filtered_or_not_and_however_far_back() throws IOException {
    String client = practice.ownRecordOfClient();
    practice.visitLongAgo(client, 200);
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    String therapist =
        practice.one("select id from person where email = 'therapist@trellis.example'");
    String second = LIST + "?" + Links.next(admin.get(LIST));
    assertThat(second).contains("after=");
    for (String page :
        List.of(
            LIST,
            second,
            LIST + "?client=" + client,
            LIST + "?person=" + therapist + "&from=2020-01-02&until=2020-01-05",
            LIST + "?kind=LOOKED&outcome=DONE&client=" + client)) {
      assertThat(admin.get(page).statusCode()).as(page).isEqualTo(200);
      assertThat(statements.of(() -> assertThat(admin.get(page).body()).contains("id=\"acts\"")))
          .as(page)
          .hasSizeBetween(1, 3);
    }
  }

  @Test
  void pages_follow_each_other_without_a_gap_and_without_telling_anything_twice()
      throws IOException {
    String client = practice.clientOf("therapist");
    practice.visitLongAgo(client, 130);
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    List<Long> numbers = new ArrayList<>();
    String filter = "client=" + client + "&from=2020-01-01&until=2020-01-31";
    HttpResponse<String> page = admin.get(LIST + "?" + filter);
    numbers.addAll(numbersOn(page));
    for (String next = Links.next(page); !next.isEmpty(); next = Links.next(page)) {
      assertThat(next).contains("from=2020-01-01", "client=" + client);
      page = admin.get(LIST + "?" + next);
      numbers.addAll(numbersOn(page));
    }
    assertThat(numbers)
        .containsExactlyElementsOf(
            practice
                .all(
                    "select id from audit_event where kind = 'act' and client_id = ?::uuid"
                        + " and at < '2020-02-01' order by at desc, id desc",
                    client)
                .stream()
                .map(Long::valueOf)
                .toList());
  }

  @Test
  void each_filter_leaves_out_what_it_says() throws IOException {
    signIn("colleague", "/therapist/desk.xhtml")
        .get("/therapist/clients/overview.xhtml?client=" + practice.ownRecordOfClient());
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    String refused = admin.get(LIST + "?outcome=REFUSED").body();
    assertThat(refused).contains("Jonas Weber", "DeskService.client").doesNotContain("Signed in");
    assertThat(admin.get(LIST + "?kind=OTHER&outcome=DONE").body())
        .contains("Signed in")
        .doesNotContain("Opened the record<");
    assertThat(admin.get(LIST + "?from=1990-01-01&until=1990-01-02").body())
        .contains("Nothing like that was done");
    assertThat(admin.get(LIST + "?from=2026-02-31").body())
        .contains("from-message", "value=\"2026-02-31\"");
    assertThat(admin.get(LIST + "?from=2026-02-02&until=2026-02-01").body())
        .contains("until-message");
    assertThat(admin.get(LIST + "?kind=%27%20or%201=1&outcome=x").statusCode()).isEqualTo(200);
    for (String nobody : List.of("person", "client")) {
      String other = "00000000-0000-7000-8000-000000000000";
      assertThat(admin.get(LIST + "?" + nobody + "=" + other).statusCode()).isEqualTo(404);
      assertThat(admin.get(LIST + "?" + nobody + "=x").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_look_at_what_was_done_about_a_client_is_itself_in_the_log_about_that_client()
      throws IOException {
    String client = practice.ownRecordOfClient();
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    long read = practice.count(READ, "AUDIT_READ", client);
    long exported = practice.count(READ, "AUDIT_EXPORTED", client);
    admin.get(LIST + "?client=" + client);
    admin.get(FILE + "?client=" + client);
    assertThat(practice.count(READ, "AUDIT_READ", client)).isEqualTo(read + 1);
    assertThat(practice.count(READ, "AUDIT_EXPORTED", client)).isEqualTo(exported + 1);
  }

  @Test
  void the_file_holds_what_is_filtered_and_no_events_of_process_notes() throws IOException {
    String client = practice.clientOf("therapist");
    practice.processNoteOf(client);
    signIn(Reader.THERAPIST).get("/therapist/processnotes/list.xhtml?client=" + client);
    practice.visitLongAgo(client, 30);
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    HttpResponse<String> file =
        admin.get(FILE + "?client=" + client + "&from=2020-01-01&until=2020-01-31");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"trellis-log.csv\"");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    List<String> lines = Arrays.asList(file.body().split("\r\n"));
    long there =
        practice.count(
            "select count(*) from audit_event where kind = 'act' and at < '2020-02-01' and client_id = ?::uuid",
            client);
    assertThat(lines).hasSize((int) there + 1);
    assertThat(lines.get(0)).startsWith("\uFEFF\"Number\",\"Time (UTC)\",\"Who\"");
    assertThat(lines.get(1)).contains("\"Hanna Brandt\"", "\"CLIENT_OPENED\"", "\"DONE\"");
    String all = admin.get(FILE + "?client=" + client).body();
    assertThat(all).contains("CLIENT_OPENED").doesNotContain("PROCESS_NOTE");
    assertThat(admin.get(LIST + "?client=" + client).body()).doesNotContain("private note");
  }

  @Test
  void a_name_that_is_a_formula_is_none_in_the_file() throws IOException {
    practice.rename(practice.clientOf("colleague"), "=HYPERLINK(\"http://evil\")");
    String client = practice.one("select id from client where name like '=%' limit 1");
    practice.visitLongAgo(client, 1);
    String file = signIn(Reader.ADMINISTRATOR).get(FILE + "?client=" + client).body();
    assertThat(file).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"").doesNotContain("\"=");
    practice.rename(client, "Renamed Again");
  }

  @Test
  void a_file_longer_than_a_piece_is_written_to_its_end() throws IOException {
    String client = practice.clientOf("supervisor");
    practice.visitLongAgo(client, 5100);
    String file =
        signIn(Reader.ADMINISTRATOR).get(FILE + "?client=" + client + "&until=2022-12-31").body();
    assertThat(file.split("\r\n"))
        .hasSize(
            1
                + (int)
                    practice.count(
                        "select count(*) from audit_event where kind = 'act' and at < '2023-01-01' and client_id = ?::uuid",
                        client));
  }

  @Test
  void the_file_of_resources_holds_the_same_acts_each_as_fhir_has_it() throws IOException {
    String client = practice.ownRecordOfClient();
    String note = practice.draftOf(client);
    signIn(Reader.THERAPIST).get("/therapist/notes/read.xhtml?client=" + client + "&note=" + note);
    signIn("colleague", "/therapist/desk.xhtml")
        .get("/therapist/clients/overview.xhtml?client=" + client);
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    long exported = practice.count(READ, "AUDIT_EXPORTED", client);
    HttpResponse<String> file = admin.get(RESOURCES + "?client=" + client);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/fhir+ndjson");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"trellis-log.ndjson\"");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(practice.count(READ, "AUDIT_EXPORTED", client)).isEqualTo(exported + 1);
    List<String> lines = Arrays.asList(file.body().split("\n"));
    assertThat(lines)
        .hasSizeGreaterThan(3)
        .allSatisfy(line -> assertThat(AuditEventRules.breachedBy(line)).as(line).isEmpty());
    assertThat(lines)
        .anyMatch(
            line ->
                line.contains("IHE.BasicAudit.PatientRead")
                    && line.contains("\"NOTE_READ\"")
                    && line.contains("urn:uuid:" + note)
                    && line.contains("Hanna Brandt"));
    List<String> all = Arrays.asList(admin.get(RESOURCES + "?kind=OTHER").body().split("\n"));
    assertThat(all)
        .allSatisfy(line -> assertThat(AuditEventRules.breachedBy(line)).as(line).isEmpty())
        .anyMatch(line -> line.contains("110122"))
        .anyMatch(line -> line.contains("110132") && line.contains("\"outcome\":\"4\""));
  }

  @Test
  void a_file_of_resources_longer_than_a_piece_is_written_to_its_end() throws IOException {
    String client = practice.clientOf("colleague");
    practice.visitLongAgo(client, 5100);
    String file =
        signIn(Reader.ADMINISTRATOR)
            .get(RESOURCES + "?client=" + client + "&until=2022-12-31")
            .body();
    assertThat(file.split("\n"))
        .hasSize(
            (int)
                practice.count(
                    "select count(*) from audit_event where kind = 'act' and at < '2023-01-01' and client_id = ?::uuid",
                    client))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"therapist", "supervisor", "client"})
  void for_everybody_else_there_is_nothing_there(String who) throws IOException {
    Visitor other = signIn(who, "/");
    for (String address : List.of(LIST, FILE, RESOURCES, "/admin/audit/checks.xhtml")) {
      assertThat(other.get(address).statusCode()).as(address).isEqualTo(404);
    }
    assertThat(stranger().get(FILE).statusCode()).isEqualTo(401);
  }

  private static List<Long> numbersOn(HttpResponse<String> page) {
    return NUMBER
        .matcher(page.body())
        .results()
        .map((MatchResult found) -> Long.valueOf(found.group(1)))
        .toList();
  }
}
