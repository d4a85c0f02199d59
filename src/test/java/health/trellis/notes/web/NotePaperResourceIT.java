package health.trellis.notes.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The print page and its file, as the therapist and others might ask for them. */
class NotePaperResourceIT extends Outside {
  private static final String PRINTED =
      "select count(*) from audit_event where code = 'NOTE_PRINTED' and action = 'R'"
          + " and entity_id = ?::uuid";
  private static final String SIGNED =
      "select n.id from session_note n where n.client_id = ?::uuid and n.signed_at is not null"
          + " limit 1";

  @Test
  void the_therapist_takes_a_file_that_names_nobody_and_is_in_the_log() throws IOException {
    String client = practice.clientOf("therapist");
    String note = practice.draftOf(client);
    HttpResponse<String> answer =
        signIn("therapist", "/therapist/desk.xhtml").get(file(client) + "?note=" + note);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("%PDF-");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"trellis-notes.pdf\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(practice.count(PRINTED, note)).isEqualTo(1);
  }

  @Test
  void each_note_of_a_range_is_on_the_page_and_in_the_log() throws IOException {
    String client = practice.clientOf("therapist");
    String one = practice.draftOf(client);
    String other = practice.draftOf(client);
    Visitor therapist = signIn("therapist", "/therapist/desk.xhtml");
    HttpResponse<String> answer = therapist.get(page(client) + "&from=2020-01-01");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("What was said.").contains("Draft, not signed");
    assertThat(practice.count(PRINTED, one)).isEqualTo(1);
    assertThat(practice.count(PRINTED, other)).isEqualTo(1);
    therapist.get(file(client) + "?from=2020-01-01");
    assertThat(practice.count(PRINTED, one)).isEqualTo(2);
  }

  @Test
  void a_wrong_day_is_told_beside_its_field_and_no_file_is_made() throws IOException {
    String client = practice.clientOf("therapist");
    Visitor therapist = signIn("therapist", "/therapist/desk.xhtml");
    assertThat(therapist.get(page(client) + "&from=2026-02-31&until=2026-03-01").body())
        .contains("from-message")
        .contains("value=\"2026-02-31\"")
        .contains("value=\"2026-03-01\"")
        .doesNotContain("notes.pdf");
    assertThat(therapist.get(page(client) + "&from=2026-03-02&until=2026-03-01").body())
        .contains("until-message");
    HttpResponse<String> none = therapist.get(file(client) + "?from=1950-01-01&until=1950-01-02");
    assertThat(none.statusCode()).isEqualTo(303);
    assertThat(none.headers().firstValue("Location").orElse(""))
        .endsWith(page(client) + "&from=1950-01-01&until=1950-01-02");
    assertThat(therapist.get(page(client) + "&from=1950-01-01&until=1950-01-02").body())
        .contains("No notes on sessions of these days.");
  }

  @Test
  void more_notes_than_a_print_holds_are_told_beside_the_field() throws IOException {
    String client = practice.welcomeNewcomers();
    for (int i = 0; i < 201; i++) {
      practice.draftOf(client);
    }
    assertThat(
            signIn("colleague", "/therapist/desk.xhtml")
                .get(page(client) + "&from=2020-01-01")
                .body())
        .contains("until-message")
        .contains("more than 200 notes");
  }

  @Test
  void the_supervisor_prints_what_is_signed_and_no_draft() throws IOException {
    String client = practice.clientOf("therapist");
    String draft = practice.draftOf(client);
    Visitor supervisor = signIn("supervisor", "/therapist/desk.xhtml");
    assertThat(supervisor.get(file(client) + "?note=" + draft).statusCode()).isEqualTo(404);
    assertThat(supervisor.get(page(client) + "&from=2020-01-01").body())
        .doesNotContain("Draft, not signed");
    assertThat(practice.count(PRINTED, draft)).isZero();
    assertThat(supervisor.get(file(client) + "?note=" + practice.one(SIGNED, client)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colleague", "admin", "client"})
  void for_everybody_else_there_is_nothing_there(String who) throws IOException {
    String client = practice.clientOf("therapist");
    String note = practice.draftOf(client);
    Visitor other = signIn(who, "/");
    assertThat(other.get(file(client) + "?note=" + note).statusCode()).isEqualTo(404);
    assertThat(other.get(file(client) + "?from=2020-01-01").statusCode()).isEqualTo(404);
    assertThat(other.get(page(client) + "&note=" + note).statusCode()).isEqualTo(404);
    assertThat(practice.count(PRINTED, note)).isZero();
  }

  @Test
  void who_follows_the_link_signed_out_comes_back_to_the_page_it_stood_on() throws IOException {
    String client = practice.clientOf("therapist");
    Visitor stranger = stranger();
    HttpResponse<String> answer =
        stranger.send(
            stranger
                .to(file(client) + "?from=2020-01-01")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Referer", stranger.address().resolve(page(client)).toString()));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in?to=%2Ftherapist%2Fnotes%2Fprint.xhtml%3Fclient%3D" + client);
    assertThat(stranger.get(file(client)).statusCode()).isEqualTo(401);
  }

  private static String file(String client) {
    return "/api/therapist/clients/" + client + "/notes.pdf";
  }

  private static String page(String client) {
    return "/therapist/notes/print.xhtml?client=" + client;
  }
}
