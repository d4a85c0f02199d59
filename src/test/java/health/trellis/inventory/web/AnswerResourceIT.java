package health.trellis.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small requests of the page that asks, as somebody else might send them. */
class AnswerResourceIT extends Outside {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[1]",
        "\"x\"",
        "{\"value\":1}",
        "{\"key\":1,\"value\":{}}",
        "{\"key\":\"00000000-0000-7000-8000-000000000000\",\"value\":1e9}",
        "{\"key\":\"00000000-0000-7000-8000-000000000000\",\"value\":1,\"declined\":true}"
      })
  void what_is_no_answer_is_refused_and_not_asked_for_again(String body) throws IOException {
    String assignment = practice.giveToClient();
    String answer = "/api/portal/assignments/" + assignment + "/answers/help1";
    assertThat(signIn(Reader.CLIENT).write("PUT", answer, body).statusCode()).isBetween(400, 499);
    assertThat(practice.answersTo(assignment, "help1")).isEmpty();
  }
}
