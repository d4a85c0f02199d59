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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What therapists read of the log: the own acts, and anybody's about the clients in their care. */
class WorkLogIT extends Outside {
  private static final String LIST = "/therapist/audit/list.xhtml";

  private final Statements statements = new Statements(Stage.get().backstage().databaseLog());

  @Test
  void a_page_takes_three_statements_and_pages_follow_each_other_without_a_gap()
      throws IOException {
    String client = practice.clientOf("therapist");
    practice.visitLongAgo(client, 120);
    Visitor therapist = signIn(Reader.THERAPIST);
    String past = LIST + "?client=" + client + "&until=2020-12-31";
    int rows = 0;
    HttpResponse<String> page = therapist.get(past);
    assertThat(page.body()).contains("id=\"acts\"");
    for (int pages = 0; pages < 20; pages++) {
      rows += page.body().split("<tr role=\"row\">").length - 2;
      String next = Links.next(page);
      if (next.isEmpty()) {
        break;
      }
      assertThat(next).contains("client=" + client, "until=2020-12-31");
      page = therapist.get(LIST + "?" + next);
    }
    assertThat((long) rows)
        .isEqualTo(
            practice.count(
                "select count(*) from audit_event where kind = 'act' and at < '2021-01-01'"
                    + " and client_id = ?::uuid",
                client));
    String second = LIST + "?" + Links.next(therapist.get(past));
    for (String each : List.of(LIST, past, second, LIST + "?whose=OTHERS", LIST + "?whose=OWN")) {
      assertThat(statements.of(() -> assertThat(therapist.get(each).statusCode()).isEqualTo(200)))
          .as(each)
          .hasSizeBetween(1, 3);
    }
  }

  @Test
  void a_therapist_sees_who_looked_at_the_own_clients_and_nothing_about_anybody_elses()
      throws IOException {
    String mine = practice.clientOf("therapist");
    String theirs = practice.clientOf("colleague");
    String name = practice.one("select name from client where id = ?::uuid", mine);
    String other = practice.one("select name from client where id = ?::uuid", theirs);
    signIn("supervisor", "/therapist/desk.xhtml")
        .get("/therapist/clients/overview.xhtml?client=" + mine);
    signIn("colleague", "/therapist/desk.xhtml")
        .get("/therapist/clients/overview.xhtml?client=" + theirs);
    String supervisor =
        practice.one("select name from person where email = 'supervisor@trellis.example'");
    Visitor therapist = signIn(Reader.THERAPIST);
    String others = rows(therapist.get(LIST + "?whose=OTHERS"));
    assertThat(others).contains(supervisor, name).doesNotContain(other, theirs, ">You<");
    assertThat(therapist.get(LIST + "?client=" + mine + "&whose=OTHERS").body())
        .contains(supervisor, "Opened the record");
    assertThat(therapist.get(LIST + "?client=" + theirs).statusCode()).isEqualTo(404);
    assertThat(therapist.get(LIST + "?client=00000000-0000-7000-8000-000000000000").statusCode())
        .isEqualTo(404);
    assertThat(therapist.get(LIST + "?client=x").statusCode()).isEqualTo(404);
  }

  @Test
  void a_supervisor_sees_what_was_done_about_the_clients_of_those_supervised() throws IOException {
    String client = practice.clientOf("therapist");
    signIn("therapist", "/therapist/desk.xhtml")
        .get("/therapist/clients/overview.xhtml?client=" + client);
    String page =
        signIn("supervisor", "/therapist/desk.xhtml")
            .get(LIST + "?whose=OTHERS&client=" + client)
            .body();
    assertThat(page).contains("Hanna Brandt", "Opened the record");
    assertThat(
            signIn("colleague", "/therapist/desk.xhtml")
                .get(LIST + "?client=" + client)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void who_was_transferred_is_gone_and_the_own_acts_stay_without_a_name() throws IOException {
    String client = practice.clientOf("colleague");
    String name = practice.one("select name from client where id = ?::uuid", client);
    Visitor colleague = signIn("colleague", "/therapist/desk.xhtml");
    colleague.get("/therapist/clients/overview.xhtml?client=" + client);
    assertThat(colleague.get(LIST + "?whose=OWN").body()).contains(name);
    practice.treats("colleague", client, false);
    try {
      assertThat(colleague.get(LIST + "?client=" + client).statusCode()).isEqualTo(404);
      String own = colleague.get(LIST).body();
      assertThat(own).contains("Opened the record").doesNotContain(name, client);
    } finally {
      practice.treats("colleague", client, true);
    }
  }

  @Test
  void acts_on_private_notes_are_seen_by_their_author_alone() throws IOException {
    String client = practice.clientOf("therapist");
    practice.processNoteOf(client);
    Visitor therapist = signIn(Reader.THERAPIST);
    therapist.get("/therapist/processnotes/list.xhtml?client=" + client);
    assertThat(rows(therapist.get(LIST + "?whose=OWN&client=" + client))).contains("private note");
    assertThat(rows(signIn("supervisor", "/therapist/desk.xhtml").get(LIST + "?client=" + client)))
        .contains("Hanna Brandt")
        .doesNotContain("private note");
  }

  @Test
  void what_was_read_in_an_emergency_is_told_with_its_reason() throws IOException {
    String client = practice.clientOf("therapist");
    String access = practice.openedInEmergency("colleague@trellis.example", "THERAPIST", client);
    signIn("colleague", "/therapist/desk.xhtml")
        .get("/therapist/emergency/record.xhtml?access=" + access);
    String colleague =
        practice.one("select name from person where email = 'colleague@trellis.example'");
    assertThat(rows(signIn(Reader.THERAPIST).get(LIST + "?whose=OTHERS&client=" + client)))
        .contains(colleague, "Nobody else could be reached.");
  }

  @Test
  void each_filter_leaves_out_what_it_says_and_a_look_is_itself_in_the_log() throws IOException {
    String client = practice.clientOf("therapist");
    Visitor therapist = signIn(Reader.THERAPIST);
    String read = "select count(*) from audit_event where code = 'WORK_LOG_READ' and client_id ";
    long about = practice.count(read + "= ?::uuid", client);
    assertThat(therapist.get(LIST + "?client=" + client + "&whose=OWN").statusCode())
        .isEqualTo(200);
    assertThat(practice.count(read + "= ?::uuid", client)).isEqualTo(about + 1);
    String seen = rows(therapist.get(LIST + "?whose=OWN"));
    assertThat(seen).contains(">You<");
    assertThat(seen.split("<tr ")).as("fifty lines, and what is before them").hasSizeBetween(2, 51);
    assertThat(seen).containsPattern("\\d+ clients");
    assertThat(practice.count(read + "= ?::uuid", client)).isEqualTo(about + 2);
    assertThat(therapist.get(LIST + "?from=1990-01-01&until=1990-01-02").body())
        .contains("Nothing like that was done");
    assertThat(therapist.get(LIST + "?from=2026-02-31").body())
        .contains("from-message", "value=\"2026-02-31\"");
    assertThat(therapist.get(LIST + "?from=2026-02-02&until=2026-02-01").body())
        .contains("until-message");
    assertThat(therapist.get(LIST + "?whose=%27%20or%201=1").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "client"})
  void for_who_is_no_therapist_there_is_nothing_there(String who) throws IOException {
    assertThat(signIn(who, "/").get(LIST).statusCode()).isEqualTo(404);
  }

  @Test
  void the_database_by_itself_names_nobody_outside_a_therapists_context() {
    assertThat(practice.count("select count(*) from clients_in_care()")).isZero();
    assertThat(
            practice.count(
                "select count(*) from acts_in_care(null, true, true, null, null, null, 10)"))
        .isZero();
  }

  private static String rows(HttpResponse<String> page) {
    return page.body().split("<tbody")[1].split("</tbody>")[0];
  }
}
