package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The small requests that pages send by themselves, as somebody else might send them. */
class SmallRequestsIT extends Outside {

  @Test
  void what_is_no_json_object_is_the_senders_fault_and_not_to_be_sent_again() throws IOException {
    List<Small> writes = Endpoints.small().stream().filter(Small::writes).toList();
    Map<String, String> records = practice.records();
    for (Small write : writes) {
      Visitor sender = signIn(write.sender());
      for (String body : List.of("", "{", "null", "[1]", "\"x\"", "{\"key\":1}")) {
        assertThat(sender.write(write.method(), write.at(records), body).statusCode())
            .as("%s of %s", write, body)
            .isLessThan(500);
      }
    }
  }
}
