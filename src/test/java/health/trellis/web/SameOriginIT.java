package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Tables;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that may change something passes from our own pages alone, wherever it goes. */
class SameOriginIT extends Outside {
  private static final List<String> UNSAFE = List.of("POST", "PUT", "PATCH", "DELETE");

  /** Where Keycloak speaks and no browser does; its token is tried in EndedElsewhereJourney. */
  private static final Small FROM_KEYCLOAK = new Small("POST", "/sign-out/back-channel");

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Tables tables = new Tables();

  /** The headers by which a browser says that a request is not from a page of ours. */
  private static List<Map<String, String>> foreign() {
    String own = Stage.get().address().toString();
    return List.of(
        Map.of(),
        Map.of("Origin", "null"),
        Map.of("Origin", "https://elsewhere.example"),
        Map.of("Origin", own + ".elsewhere.example"),
        Map.of("Sec-Fetch-Site", "cross-site"),
        Map.of("Sec-Fetch-Site", "same-site", "Origin", own),
        Map.of("Sec-Fetch-Site", "none", "Origin", own),
        Map.of("Sec-Fetch-Site", "", "Origin", own));
  }

  private static HttpRequest.Builder from(HttpRequest.Builder request, Map<String, String> site) {
    site.forEach(request::header);
    return request;
  }

  /** Every address of ours with every method that may change something. */
  private List<Small> endpoints() {
    Map<String, String> records = practice.records();
    List<Small> all = new ArrayList<>();
    Stream.of(Endpoints.servlets(), Pages.all())
        .flatMap(List::stream)
        .forEach(path -> UNSAFE.forEach(method -> all.add(new Small(method, path))));
    Endpoints.small().stream()
        .filter(Small::writes)
        .map(small -> new Small(small.method(), small.at(records)))
        .forEach(all::add);
    assertThat(all).hasSizeGreaterThan(60);
    return all;
  }

  @Test
  void no_address_takes_a_change_from_elsewhere() throws IOException {
    List<Small> endpoints = endpoints();
    Function<Small, Visitor> senders = senders();
    Map<String, String> before = tables.contents();
    List<String> passed = new ArrayList<>();
    assertThat(endpoints.remove(FROM_KEYCLOAK)).isTrue();
    for (Small endpoint : endpoints) {
      for (Map<String, String> site : foreign()) {
        Visitor sender = senders.apply(endpoint);
        int status = sender.send(from(request(sender, endpoint), site)).statusCode();
        if (status != 403) {
          passed.add("%s, %s: %d".formatted(endpoint, site, status));
        }
      }
    }
    assertThat(passed).isEmpty();
    assertThat(tables.contents()).isEqualTo(before);
  }

  @Test
  void every_address_takes_a_change_from_our_own_pages() throws IOException {
    List<String> refused = new ArrayList<>();
    for (Small endpoint : endpoints()) {
      for (Map<String, String> site :
          List.of(
              Map.of("Sec-Fetch-Site", "same-origin"),
              Map.of("Origin", Stage.get().address().toString()))) {
        Visitor nobody = stranger();
        if (nobody.send(from(request(nobody, endpoint), site)).statusCode() == 403) {
          refused.add(endpoint + ", " + site);
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  /** A request that would do something, came it from one of our pages. */
  private static HttpRequest.Builder request(Visitor visitor, Small endpoint) {
    boolean small = endpoint.path().startsWith("/api/");
    String body = small ? answer() : "text=somebody";
    HttpRequest.Builder request =
        visitor
            .to(endpoint.path())
            .header("Content-Type", small ? JSON : FORM)
            .method(
                endpoint.method(),
                endpoint.method().equals("DELETE")
                    ? BodyPublishers.noBody() // The server refuses any other by itself.
                    : BodyPublishers.ofString(body));
    return small ? request.header("X-Trellis-Token", visitor.token()) : request;
  }

  private static String answer() {
    return "{\"key\":\"%s\",\"value\":1,\"version\":0,\"sections\":{\"text\":\"Forged.\"}}"
        .formatted(UUID.randomUUID());
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void no_form_of_any_page_can_be_sent_from_elsewhere(Reader reader) throws IOException {
    Visitor visitor = signIn(reader);
    List<Form> forms = new ArrayList<>();
    for (String page : reader.addresses(practice)) {
      forms.addAll(Form.in(visitor.get(page)));
    }
    assertThat(forms).isNotEmpty();
    Map<String, String> before = tables.contents();
    for (Form form : forms) {
      for (Map<String, String> site : foreign()) {
        assertThat(visitor.send(from(form.sentBy(visitor), site)).statusCode())
            .as("%s, %s", form, site)
            .isEqualTo(403);
      }
    }
    assertThat(tables.contents()).isEqualTo(before);
  }

  @Test
  void a_form_sent_from_its_own_page_does_what_it_says() throws IOException {
    String client = practice.clientOf("therapist");
    Visitor therapist = signIn(Reader.THERAPIST);
    Form give =
        Form.in(therapist.get("/therapist/inventory/assign.xhtml?client=" + client)).stream()
            .filter(form -> form.fields().containsKey("give"))
            .findFirst()
            .orElseThrow();
    String given = "select count(*) from assignment where client_id = ?::uuid";
    long before = practice.count(given, client);
    assertThat(therapist.post(give.action(), give.fields()).statusCode()).isEqualTo(302);
    assertThat(practice.count(given, client)).isEqualTo(before + 1);
  }

  @Test
  void a_small_write_needs_json_and_the_token_of_its_session() throws IOException {
    Map<String, String> records = practice.records();
    Function<Small, Visitor> senders = senders();
    String foreignToken = signIn(Reader.ADMINISTRATOR).token();
    List<Small> writes = Endpoints.small().stream().filter(Small::writes).toList();
    assertThat(writes).hasSizeGreaterThanOrEqualTo(4);
    Map<String, String> before = tables.contents();
    for (Small write : writes) {
      String path = write.at(records);
      Visitor sender = senders.apply(write);
      for (String type : List.of("", FORM, "text/plain", "application/jsonp", "text/json")) {
        assertThat(small(sender, write.method(), path, type, sender.token()))
            .as("%s as %s", write, type)
            .isEqualTo(403);
      }
      for (String token : List.of("", "wrong", foreignToken, sender.token() + "x")) {
        assertThat(small(sender, write.method(), path, JSON, token))
            .as("%s with the token %s", write, token)
            .isEqualTo(403);
      }
    }
    assertThat(tables.contents()).isEqualTo(before);
    for (Small write : writes) {
      Visitor sender = senders.apply(write);
      assertThat(
              small(
                  sender,
                  write.method(),
                  write.at(records),
                  JSON + ";charset=UTF-8",
                  sender.token()))
          .as("%s as it should be", write)
          .isIn(200, 409, 422);
    }
    assertThat(tables.contents()).isNotEqualTo(before);
  }

  private static Function<Small, Visitor> senders() throws IOException {
    Visitor therapist = signIn(Reader.THERAPIST);
    Visitor client = signIn(Reader.CLIENT);
    return small -> small.sender() == Reader.THERAPIST ? therapist : client;
  }

  private static int small(Visitor visitor, String method, String path, String type, String token)
      throws IOException {
    HttpRequest.Builder request =
        visitor
            .to(path)
            .header("Sec-Fetch-Site", "same-origin")
            .method(method, BodyPublishers.ofString(answer()));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!token.isEmpty()) {
      request.header("X-Trellis-Token", token);
    }
    return visitor.send(request).statusCode();
  }
}
