package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Therapists who give two goals of one client the same rank at the same moment. */
class GoalRankRaceIT extends Outside {
  private static final int ROUNDS = 5;
  private static final String THERAPIST =
      "colleague"; // other tests count on the first one's clients
  private static final String EDIT = "/therapist/goals/edit.xhtml?client=";
  private static final String WORDS = "I want to ask sooner.";
  private static final String RANKED =
      "select count(*) from goal where client_id = ?::uuid and rank = 2";

  @Test
  void of_two_who_propose_goals_with_one_rank_one_is_told_and_keeps_what_was_typed()
      throws Exception {
    String client = practice.clientOf(THERAPIST);
    race(client, EDIT + client, EDIT + client);
  }

  @Test
  void of_two_who_give_goals_that_are_there_one_rank_one_is_told_and_keeps_what_was_typed()
      throws Exception {
    String client = practice.clientOf(THERAPIST);
    String one = practice.goalOf(client);
    String other = practice.goalOf(client);
    String revise = EDIT + client + "&goal=";
    race(client, revise + one, revise + other);
  }

  private void race(String client, String one, String other) throws Exception {
    List<Visitor> therapists = List.of(signIn(THERAPIST, "/"), signIn(THERAPIST, "/"));
    CyclicBarrier start = new CyclicBarrier(therapists.size());
    ExecutorService hands = Executors.newFixedThreadPool(therapists.size());
    try {
      for (int round = 0; round < ROUNDS; round++) {
        practice.freeRanks(client);
        String fear = "A fear, " + UUID.randomUUID();
        List<Callable<HttpResponse<String>>> presses =
            List.of(
                press(therapists.get(0), one, fear, start),
                press(therapists.get(1), other, fear, start));
        int led = 0;
        for (Future<HttpResponse<String>> answer : hands.invokeAll(presses)) {
          if (answer.get().statusCode() == 302) {
            led++;
          } else {
            told(answer.get(), fear);
          }
        }
        assertThat(led).isEqualTo(1);
        assertThat(practice.count(RANKED, client)).isEqualTo(1);
      }
    } finally {
      hands.shutdownNow();
    }
  }

  private static void told(HttpResponse<String> page, String fear) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .containsPattern("id=\"rank-message\"[^>]*>[^<]*(<[^>]*>)*Another goal has this place")
        .containsPattern("<option value=\"2\" selected=\"selected\">")
        .contains(WORDS)
        .contains(fear);
  }

  private static Callable<HttpResponse<String>> press(
      Visitor therapist, String page, String fear, CyclicBarrier start) {
    return () -> {
      Form form = filled(therapist, page, fear);
      start.await();
      return therapist.send(form.sentBy(therapist).header("Sec-Fetch-Site", "same-origin"));
    };
  }

  private static Form filled(Visitor therapist, String page, String fear) throws IOException {
    return Form.in(therapist.get(page)).stream()
        .filter(each -> each.fields().containsKey("save"))
        .findFirst()
        .orElseThrow()
        .with("words", WORDS)
        .with("barriers", fear)
        .with("rank", "2");
  }
}
