package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.OwnClient;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Tables;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * What is sent, broken: no small request is read where its body is cut off, doubled, broken in its
 * signs, deep or long, and no form of those who write ends in a fault by the sign NUL.
 */
class BodiesIT extends Outside {
  private static final int PLACES = 10;
  private final Tables tables = new Tables();
  private OwnClient client;
  private Map<String, String> records;

  @BeforeEach
  void meet(TestInfo test) throws IOException {
    client = OwnClient.admit("bodies-" + test.getTestMethod().orElseThrow().getName().hashCode());
    records = client.recordsToWrite();
  }

  @AfterEach
  void leave() {
    client.leave();
  }

  @Test
  void a_body_that_is_not_one_plain_object_is_refused_and_does_nothing() throws IOException {
    Trials trials = new Trials("broken bodies that were read");
    assertThat(Endpoints.reading()).hasSizeGreaterThan(3);
    Map<String, String> before = tables.contents();
    for (Small small : Endpoints.reading()) {
      for (Map.Entry<String, BodyPublisher> body : bodies(trials).entrySet()) {
        int status = send(small, body.getValue());
        trials.check(status == 400 || status == 413, small + ", " + body.getKey() + ": " + status);
      }
    }
    assertThat(tables.contents()).isEqualTo(before);
    for (Small small : Endpoints.reading()) {
      String whole = Small.body();
      assertThat(send(small, BodyPublishers.ofString(whole + " ".repeat(100_000))))
          .as(small + " reads one that is whole")
          .isNotIn(400, 403, 404, 413)
          .isLessThan(500);
    }
    trials.end(Endpoints.reading().size() * (PLACES * 3 + 6));
  }

  private static Map<String, BodyPublisher> bodies(Trials trials) {
    Map<String, BodyPublisher> bodies = new LinkedHashMap<>();
    String whole = Small.body();
    for (int at : places(whole, trials)) {
      bodies.put("cut at " + at, BodyPublishers.ofString(whole.substring(0, at)));
      bodies.put("no UTF-8 at " + at, BodyPublishers.ofByteArray(with(whole, at, 0xff)));
      bodies.put("NUL at " + at, BodyPublishers.ofByteArray(with(whole, at, 0)));
    }
    bodies.put("twice", BodyPublishers.ofString(whole + whole));
    bodies.put("more behind it", BodyPublishers.ofString(whole + "x"));
    bodies.put(
        "a name twice",
        BodyPublishers.ofString(whole.replace("{\"key\"", "{\"version\":0,\"key\"")));
    bodies.put(
        "a name twice, written otherwise",
        BodyPublishers.ofString(whole.replace("{\"key\"", "{\"\\u0076ersion\":0,\"key\"")));
    bodies.put("deep", BodyPublishers.ofString("[".repeat(200_000)));
    bodies.put("other signs", BodyPublishers.ofString(whole, StandardCharsets.UTF_16BE));
    byte[] spaces = new byte[5_000_000];
    Arrays.fill(spaces, (byte) ' ');
    bodies.put("long", BodyPublishers.ofByteArray(spaces));
    bodies.put(
        "long, of a length that is not said",
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces)));
    return bodies;
  }

  /** Where a body is broken: at each of its signs, or at some where there is little time. */
  private static List<Integer> places(String whole, Trials trials) {
    List<Integer> all = IntStream.range(1, whole.length()).boxed().collect(Collectors.toList());
    Collections.shuffle(all, trials.random());
    return Trials.isLong() ? all : all.subList(0, PLACES);
  }

  private static byte[] with(String whole, int at, int sign) {
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
    System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
    more[at] = (byte) sign;
    return more;
  }

  private int send(Small small, BodyPublisher body) throws IOException {
    Visitor visitor = client.visitor(small.sender());
    HttpRequest.Builder request =
        visitor
            .to(small.at(records))
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/json")
            .header("X-Trellis-Token", visitor.token())
            .method(small.method(), body);
    return visitor.send(request).statusCode();
  }

  @Test
  void a_form_with_a_nul_in_each_of_its_texts_is_no_fault() throws IOException {
    Trials trials = new Trials("forms with a NUL in their texts that ended in a fault");
    for (Reader reader : List.of(Reader.THERAPIST, Reader.CLIENT)) {
      Visitor visitor = client.visitor(reader);
      for (String page : Pages.below(reader.folder())) {
        HttpResponse<String> shown = visitor.get(Pages.address(page, records));
        for (Form form : Form.in(shown)) {
          Form filled = form;
          for (String name : Form.textsOf(shown)) {
            filled = filled.with(name, "zz\u0000 " + name);
          }
          if (form.action().startsWith(page) && !filled.equals(form)) {
            int status =
                visitor
                    .send(filled.sentBy(visitor).header("Sec-Fetch-Site", "same-origin"))
                    .statusCode();
            trials.check(status < 500, form.action() + ": " + status);
          }
        }
      }
    }
    trials.end(20);
  }
}
