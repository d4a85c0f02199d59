package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A network that loses requests and replies loses no answer, stores none twice, and tells no lie.
 */
class NetworkLossJourney extends Journey {

  private DroppingProxy network;

  @BeforeEach
  void open() throws IOException {
    network = new DroppingProxy();
  }

  @AfterEach
  void close() throws IOException {
    network.close();
  }

  @Test
  void an_answer_whose_request_is_lost_is_stored_once_and_never_shown_as_saved_before() {
    String assignment = practice.giveToClient();
    AnswerScreen screen = begin(assignment);
    String item = screen.items().get(0);
    network.dropNextRequest();

    pressed(screen, item);
    assertThat(screen.saved()).hasAttribute("data-state", "trouble");
    assertThat(network.dropped()).isEqualTo(1);
    assertThat(practice.answersTo(assignment, item)).isEmpty();
    screen.awaitSaved();
    assertThat(practice.answersTo(assignment, item)).containsExactly("3");
  }

  @Test
  void an_answer_whose_reply_is_lost_is_stored_once_and_shown_as_saved_after_the_retry() {
    String assignment = practice.giveToClient();
    AnswerScreen screen = begin(assignment);
    String item = screen.items().get(0);
    network.dropNextReply();

    pressed(screen, item);
    assertThat(screen.saved()).hasAttribute("data-state", "trouble");
    assertThat(network.dropped()).isEqualTo(1);
    screen.awaitSaved();
    assertThat(practice.answersTo(assignment, item)).containsExactly("3");
  }

  @Test
  void a_submission_whose_reply_is_lost_is_received_once() {
    String assignment = practice.giveToClient();
    AnswerScreen screen = begin(assignment);
    List<String> items = screen.items();
    items.forEach(item -> screen.answer(item, 2));
    screen.awaitSaved();
    network.dropNextReply();
    screen.submit();
    assertThat(network.dropped()).isEqualTo(1);
    assertThat(
            practice.count(
                "select count(*) from assignment where id = ?::uuid and submitted_at is not null",
                assignment))
        .isEqualTo(1);
    assertThat(scoresOf(assignment)).isPositive();
  }

  @Test
  void two_identical_submissions_at_once_are_one_result_and_two_equal_replies() {
    String assignment = practice.giveToClient();
    AnswerScreen screen = begin(assignment);
    screen.items().forEach(item -> screen.answer(item, 2));
    screen.awaitSaved();
    Object replies =
        screen
            .page()
            .evaluate(
                """
                async ([assignment, key]) => {
                  const once = () => fetch(`/api/portal/assignments/${assignment}/submit`, {
                    method: "POST",
                    headers: {
                      "Content-Type": "application/json",
                      "X-Trellis-Token": document.querySelector("meta[name=trellis-token]").content,
                    },
                    body: JSON.stringify({ key }),
                  }).then(async (reply) => reply.status + " " + (await reply.text()));
                  return Promise.all([once(), once()]);
                }""",
                List.of(assignment, UUID.randomUUID().toString()));
    List<?> both = (List<?>) replies;
    assertThat(both.get(0)).asString().startsWith("200 ").isEqualTo(both.get(1));
    assertThat(
            practice.count(
                "select count(*) - count(distinct scale) from score where assignment_id = ?::uuid",
                assignment))
        .isZero();
    assertThat(scoresOf(assignment)).isPositive();
  }

  private long scoresOf(String assignment) {
    return practice.count("select count(*) from score where assignment_id = ?::uuid", assignment);
  }

  private AnswerScreen begin(String assignment) {
    Device phone =
        devices
            .take(Device.Kind.PHONE, Device.Options.behind(network.address()))
            .signIn("client", AnswerScreen.address(assignment));
    AnswerScreen screen = AnswerScreen.on(phone.page());
    screen.begin();
    return screen;
  }

  private static void pressed(AnswerScreen screen, String item) {
    assertThat(screen.question(item)).isVisible();
    screen.question(item).locator("label.row:has(input[value='3'])").click();
  }
}
