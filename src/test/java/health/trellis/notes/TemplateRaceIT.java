package health.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
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

/** Administrators who make and change templates at the same moment. */
class TemplateRaceIT extends Outside {
  private static final int ROUNDS = 10;
  private static final String TAKEN = "There is a template of this name already.";
  private static final String NAMED =
      "select count(*) from note_template where layout ->> 'name' = ? and retired_at is null";

  @Test
  void of_two_who_give_one_name_at_once_one_is_told_and_keeps_what_was_typed() throws Exception {
    List<Visitor> administrators =
        List.of(signIn(Reader.ADMINISTRATOR), signIn(Reader.ADMINISTRATOR));
    CyclicBarrier start = new CyclicBarrier(administrators.size());
    ExecutorService hands = Executors.newFixedThreadPool(administrators.size());
    try {
      for (int round = 0; round < ROUNDS; round++) {
        String name = "At once " + UUID.randomUUID();
        List<Callable<HttpResponse<String>>> presses =
            administrators.stream().map(each -> press(each, name, start)).toList();
        int led = 0;
        for (Future<HttpResponse<String>> answer : hands.invokeAll(presses)) {
          if (answer.get().statusCode() == 302) {
            led++;
          } else {
            assertThat(answer.get().statusCode()).isEqualTo(200);
            assertThat(answer.get().body()).contains(name).contains(TAKEN);
          }
        }
        assertThat(led).isEqualTo(1);
        assertThat(practice.count(NAMED, name)).isEqualTo(1);
        practice.retireTemplate(name);
      }
    } finally {
      hands.shutdownNow();
    }
  }

  private static Callable<HttpResponse<String>> press(
      Visitor administrator, String name, CyclicBarrier start) {
    return () -> {
      Form form = filled(administrator, name);
      start.await();
      return administrator.send(form.sentBy(administrator).header("Sec-Fetch-Site", "same-origin"));
    };
  }

  private static Form filled(Visitor administrator, String name) throws IOException {
    return Form.in(administrator.get("/admin/templates/edit.xhtml")).stream()
        .filter(each -> each.fields().containsKey("save"))
        .findFirst()
        .orElseThrow()
        .with("name", name)
        .with("section1", "Why now");
  }
}
