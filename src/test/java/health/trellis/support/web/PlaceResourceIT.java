package health.trellis.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving a supporter over plain HTTP, as a page and as somebody else might. */
class PlaceResourceIT extends Outside {
  private static final String STATES =
      "select number || ' ' || circle || ' ' || angle || ' ' || on_map from supporter_state"
          + " where supporter_id = ?::uuid order by number desc";
  private static final String PAGE = "/therapist/desk.xhtml";

  private final String client = practice.clientOf("therapist");

  @Test
  void a_move_is_written_once_and_a_later_writer_learns_of_it() throws IOException {
    String ada = practice.supporterOf(client, "Ada", 2, 40);
    Visitor therapist = signIn("therapist", PAGE);
    String move = move(1, 1, 200);
    HttpResponse<String> answer = therapist.write("PUT", at(ada), move);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"version\":2", "\"circle\":1", "\"angle\":200");
    assertThat(therapist.write("PUT", at(ada), move).statusCode()).as("again").isEqualTo(200);
    assertThat(practice.all(STATES, ada)).containsExactly("2 1 200 true", "1 2 40 true");
    HttpResponse<String> late = therapist.write("PUT", at(ada), move(1, 3, 0));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("\"version\":2", "\"circle\":1");
    assertThat(practice.all(STATES, ada)).hasSize(2);
    String off = "{\"key\":\"%s\",\"version\":2,\"off\":true}".formatted(UUID.randomUUID());
    assertThat(therapist.write("PUT", at(ada), off).body()).contains("\"onMap\":false");
    assertThat(practice.all(STATES, ada).get(0)).isEqualTo("3 1 200 false");
    assertThat(
            practice.all(
                "select code from audit_event where kind = 'act' and entity_id = ?::uuid order by id",
                ada))
        .containsExactly("SUPPORTER_MOVED", "SUPPORTER_TAKEN_OFF");
  }

  @Test
  void a_place_that_is_none_is_named_and_nothing_is_written() throws IOException {
    String ada = practice.supporterOf(client, "Ada", 2, 40);
    Visitor therapist = signIn("therapist", PAGE);
    for (Map.Entry<String, String> wrong :
        Map.of(
                move(1, 4, 0), "circle",
                move(1, 0, 0), "circle",
                move(1, 2, 360), "angle",
                move(1, 2, -1), "angle",
                move(1, 2, 0).replace("\"angle\":0", "\"angle\":\"up\""), "angle",
                move(1, 2, 0).replace("\"angle\":0", "\"angle\":1.5"), "angle",
                move(1, 2, 0).replace("\"version\":1", "\"version\":99999999999"), "version")
            .entrySet()) {
      HttpResponse<String> answer = therapist.write("PUT", at(ada), wrong.getKey());
      assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(422);
      assertThat(answer.body()).contains("\"field\":\"" + wrong.getValue() + "\"");
    }
    assertThat(practice.all(STATES, ada)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"supervisor", "colleague", "admin", "client"})
  void for_everybody_else_there_is_nothing_to_move(String who) throws IOException {
    String ada = practice.supporterOf(client, "Ada", 2, 40);
    Visitor other = signIn(who, "/");
    assertThat(other.write("PUT", at(ada), move(1, 1, 0)).statusCode()).isEqualTo(404);
    assertThat(
            other
                .write("PUT", "/api/portal/supporters/" + ada + "/place", move(1, 1, 0))
                .statusCode())
        .isEqualTo(404);
    assertThat(practice.all(STATES, ada)).hasSize(1);
  }

  @Test
  void a_closed_case_takes_no_move() throws IOException {
    String ada = practice.supporterOf(client, "Ada", 2, 40);
    Visitor therapist = signIn("therapist", PAGE);
    practice.close(client, true);
    try {
      HttpResponse<String> answer = therapist.write("PUT", at(ada), move(1, 1, 0));
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("closed");
    } finally {
      practice.close(client, false);
    }
    assertThat(practice.all(STATES, ada)).hasSize(1);
  }

  private String at(String supporter) {
    return "/api/therapist/clients/%s/supporters/%s/place".formatted(client, supporter);
  }

  private static String move(int version, int circle, int angle) {
    return "{\"key\":\"%s\",\"version\":%d,\"circle\":%d,\"angle\":%d}"
        .formatted(UUID.randomUUID(), version, circle, angle);
  }
}
