package health.trellis.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.BigCaseload;
import health.trellis.testkit.Crowd;
import health.trellis.testkit.Links;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Statements;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many statements a request may send, as docs/speed.md promises it. */
class StatementsIT extends Outside {
  private final Statements statements = new Statements(Stage.get().backstage().databaseLog());

  @Test
  void the_desk_takes_three() throws IOException {
    assertThat(of(signIn(Reader.THERAPIST), "/therapist/desk.xhtml")).hasSizeBetween(1, 3);
  }

  @Test
  void the_goals_to_look_at_take_three() throws IOException {
    assertThat(of(signIn(Reader.THERAPIST), "/therapist/goals/waiting.xhtml")).hasSizeBetween(1, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "last", "due"})
  void a_page_of_the_caseload_takes_three_by_each_order(String sort)
      throws IOException, SQLException {
    Visitor therapist = BigCaseload.get().signIn();
    String first = "/therapist/caseload.xhtml?sort=" + sort;
    assertThat(of(therapist, first)).hasSizeBetween(1, 3);
    String second = "/therapist/caseload.xhtml?" + Links.next(therapist.get(first));
    assertThat(second).contains("after=");
    assertThat(of(therapist, second)).hasSizeBetween(1, 3);
  }

  @Test
  void a_caseload_takes_three_however_many_goals_are_drawn_on_it() throws IOException {
    practice.goalOf(practice.clientOf("therapist"));
    Visitor therapist = signIn(Reader.THERAPIST);
    String caseload = "/therapist/caseload.xhtml";
    assertThat(therapist.get(caseload).body().split("goals-now", -1)).hasSizeGreaterThan(5);
    assertThat(of(therapist, caseload)).hasSizeBetween(1, 3);
  }

  @Test
  void a_search_takes_three() throws IOException, SQLException {
    Visitor therapist = BigCaseload.get().signIn();
    String found =
        therapist
            .post("/therapist/search", Map.of("text", "Maria"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(therapist.get(found).body()).contains("Maria Maier");
    assertThat(of(therapist, found)).hasSizeBetween(1, 3);
  }

  @Test
  void a_search_over_notes_takes_four() throws IOException {
    Visitor therapist = signIn(Reader.THERAPIST);
    String found =
        therapist
            .post("/therapist/note-search", Map.of("text", "help"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(of(therapist, found)).hasSizeBetween(1, 4);
  }

  @Test
  void one_client_takes_five_and_a_result_eleven() throws IOException {
    String client = practice.clientOf("therapist");
    Visitor therapist = signIn(Reader.THERAPIST);
    assertThat(of(therapist, "/therapist/clients/overview.xhtml?client=" + client))
        .hasSizeBetween(1, 5);
    String result =
        "/therapist/inventory/result.xhtml?client=%s&assignment=%s"
            .formatted(client, practice.submittedOf(client));
    assertThat(of(therapist, result)).hasSizeBetween(1, 11);
  }

  @Test
  void a_note_takes_twelve_and_a_belief_thirteen_however_many_are_linked() throws IOException {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    String note = practice.linked(practice.draftOf(client), belief);
    Visitor therapist = signIn(Reader.THERAPIST);
    String ofNote = "/therapist/notes/read.xhtml?client=%s&note=%s".formatted(client, note);
    String ofBelief =
        "/therapist/beliefs/belief.xhtml?client=%s&belief=%s".formatted(client, belief);
    int onNote = of(therapist, ofNote).size();
    int onBelief = of(therapist, ofBelief).size();
    assertThat(onNote).isBetween(1, 12);
    assertThat(onBelief).isBetween(1, 13);
    for (int i = 0; i < 5; i++) {
      practice.linked(note, practice.beliefOf(client));
      practice.linked(practice.draftOf(client), belief);
    }
    assertThat(of(therapist, ofNote)).hasSize(onNote);
    assertThat(of(therapist, ofBelief)).hasSize(onBelief);
  }

  @Test
  void a_timeline_takes_five() throws IOException {
    String timeline = "/therapist/thread/timeline.xhtml?client=" + practice.clientOf("therapist");
    assertThat(of(signIn(Reader.THERAPIST), timeline)).hasSizeBetween(1, 5);
  }

  @Test
  void a_formulation_takes_eight() throws IOException {
    String client = practice.clientOf("therapist");
    practice.formulate(client, practice.beliefOf(client));
    assertThat(
            of(
                signIn(Reader.THERAPIST),
                "/therapist/formulation/formulation.xhtml?client=" + client))
        .hasSizeBetween(1, 8);
  }

  @Test
  void a_support_map_takes_eight_however_many_are_on_it() throws IOException {
    String client = practice.clientOf("therapist");
    String map = "/therapist/support/map.xhtml?client=" + client;
    practice.involve(practice.goalOf(client), practice.supporterOf(client, "One", 1, 10));
    Visitor therapist = signIn(Reader.THERAPIST);
    int few = of(therapist, map).size();
    assertThat(few).isBetween(1, 8);
    for (int i = 0; i < 5; i++) {
      practice.supporterOf(client, "Another " + i, 3, 60 * i);
    }
    assertThat(of(therapist, map)).hasSize(few);
  }

  @Test
  void the_goals_take_five_and_a_goal_nine_however_much_belongs_to_it() throws IOException {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    Visitor therapist = signIn(Reader.THERAPIST);
    String list = "/therapist/goals/list.xhtml?client=" + client;
    String page = "/therapist/goals/goal.xhtml?client=%s&goal=%s".formatted(client, goal);
    assertThat(of(therapist, list)).hasSizeBetween(1, 5);
    assertThat(of(therapist, page)).hasSizeBetween(1, 9);
    practice.goalOf(client);
    practice.goalOf(client);
    assertThat(of(therapist, list)).hasSizeBetween(1, 5);
    assertThat(of(therapist, page)).hasSizeBetween(1, 9);
  }

  @Test
  void the_questions_take_four() throws IOException {
    String questions = "/portal/inventory/answer.xhtml?assignment=" + practice.giveToClient();
    assertThat(of(signIn(Reader.CLIENT), questions)).hasSizeBetween(1, 4);
  }

  @Test
  void an_answer_takes_four_and_sending_all_of_them_five() throws IOException {
    Visitor client = signIn(Reader.CLIENT);
    Crowd crowd = new Crowd(Stage.get().backstage());
    String assignment = practice.giveToClient();
    crowd
        .items()
        .forEach(
            item ->
                assertThat(answer(client, assignment, item.code().value(), crowd.valueOf(item)))
                    .hasSizeBetween(1, 4));
    String submit = "/api/portal/assignments/" + assignment + "/submit";
    List<String> sent =
        statements.of(
            () -> done(client.write("POST", submit, "{\"key\":\"" + UUID.randomUUID() + "\"}")));
    assertThat(practice.one("select submitted_at from assignment where id = ?::uuid", assignment))
        .isNotNull();
    assertThat(sent).hasSizeBetween(1, 5);
  }

  private List<String> answer(Visitor client, String assignment, String item, int value) {
    String path = "/api/portal/assignments/%s/answers/%s".formatted(assignment, item);
    String json = "{\"key\":\"%s\",\"value\":%d}".formatted(UUID.randomUUID(), value);
    try {
      return statements.of(() -> done(client.write("PUT", path, json)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Counted at the second look: at the first of all, the driver asks for the types it meets. */
  private List<String> of(Visitor visitor, String page) throws IOException {
    done(visitor.get(page));
    return statements.of(() -> done(visitor.get(page)));
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(200);
  }
}
