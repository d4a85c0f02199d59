package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A button that is pressed again when the first press was answered already. */
class SecondPressIT extends Outside {
  @Test
  void what_was_made_is_made_once_and_the_answer_is_the_same() throws IOException {
    String words = "I want to ask. " + UUID.randomUUID();
    Visitor therapist = signIn(Reader.THERAPIST);
    Form form = goalOf(therapist, words);
    HttpResponse<String> first = therapist.post(form.action(), form.fields());
    HttpResponse<String> second = therapist.post(form.action(), form.fields());
    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(second.statusCode()).isEqualTo(302);
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(practice.count("select count(*) from goal where words = ?", words)).isEqualTo(1);
  }

  @Test
  void a_page_that_was_left_comes_back_with_its_record_where_what_is_sent_does_not_fit()
      throws IOException {
    String words = "I want to be asked. " + UUID.randomUUID();
    Visitor therapist = signIn(Reader.THERAPIST);
    Form form = goalOf(therapist, words);
    assertThat(therapist.post(form.action(), form.fields()).statusCode()).isEqualTo(302);
    HttpResponse<String> again =
        therapist.post(form.action(), form.with("focus", "no such thing").fields());
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body())
        .contains(words)
        .contains("/therapist/clients/overview.xhtml?client=" + practice.clientOf("therapist"));
    assertThat(practice.count("select count(*) from goal where words = ?", words)).isEqualTo(1);
  }

  private Form goalOf(Visitor therapist, String words) throws IOException {
    HttpResponse<String> page =
        therapist.get("/therapist/goals/edit.xhtml?client=" + practice.clientOf("therapist"));
    return Form.in(page).stream()
        .filter(each -> each.fields().containsKey("save"))
        .findFirst()
        .orElseThrow()
        .with("words", words)
        .with("focus", "HELP");
  }
}
