package health.trellis.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.BigCaseload;
import health.trellis.testkit.Links;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Statements;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The caseload of a therapist with ten thousand clients: leafed through, and searched. */
class CaseloadIT extends Outside {
  private static final String LIST = "/therapist/caseload.xhtml";
  private static final Pattern ROW =
      Pattern.compile("/therapist/clients/overview.xhtml\\?client=([0-9a-f-]{36})");

  @ParameterizedTest
  @CsvSource({"name, name_key, true", "last, last_at, false", "due, due_on, true"})
  void leafing_through_shows_each_client_once_and_in_order(
      String sort, String column, boolean ascending) throws IOException, SQLException {
    BigCaseload caseload = BigCaseload.get();
    Visitor therapist = caseload.signIn();
    List<String> shown = new ArrayList<>();
    List<String> sent =
        new Statements(Stage.get().backstage().databaseLog())
            .of(() -> shown.addAll(leafThrough(therapist, LIST + "?sort=" + sort)));
    List<String> all = caseload.inOrderOf(column, ascending);
    assertThat(all).hasSize(BigCaseload.CLIENTS);
    assertThat(shown).isEqualTo(all);
    assertThat(sent).isNotEmpty().noneMatch(CaseloadIT::countsRowsOff);
  }

  private static List<String> leafThrough(Visitor therapist, String first) throws IOException {
    List<String> shown = new ArrayList<>();
    String next = first;
    while (!next.isEmpty()) {
      HttpResponse<String> page = therapist.get(next);
      assertThat(page.statusCode()).as(next).isEqualTo(200);
      List<String> rows = clients(page);
      assertThat(rows).hasSizeBetween(1, DeskService.PAGE);
      shown.addAll(rows);
      String following = Links.next(page);
      next = following.isEmpty() ? "" : LIST + "?" + following;
    }
    return shown;
  }

  private static List<String> clients(HttpResponse<String> page) {
    return ROW.matcher(page.body()).results().map(row -> row.group(1)).toList();
  }

  private static boolean countsRowsOff(String statement) {
    String words = statement.toLowerCase(Locale.ROOT);
    return words.contains("offset") || words.contains("count(*)") || words.contains("row_number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Änne Ömersöğlu-Straß", "änne", "ANNE OMERS", "  anne   omersoglu-strass "})
  void a_search_finds_by_the_name_as_people_type_it(String typed) throws IOException, SQLException {
    String name = "Änne Ömersöğlu-Straß";
    String client = BigCaseload.get().rename(name);
    Visitor therapist = BigCaseload.get().signIn();
    HttpResponse<String> page = therapist.get(search(therapist, typed));
    assertThat(clients(page)).contains(client);
    assertThat(page.body()).contains(name);
    assertThat(clients(page)).hasSizeLessThan(20);
  }

  @Test
  void a_search_of_many_namesakes_is_leafed_through_too() throws IOException, SQLException {
    Visitor therapist = BigCaseload.get().signIn();
    List<String> found = leafThrough(therapist, search(therapist, "Maria Maier"));
    assertThat(found).doesNotHaveDuplicates().hasSizeGreaterThan(2 * DeskService.PAGE);
    assertThat(found)
        .containsExactlyElementsOf(
            practice.all(
                "select client_id from caseload_line where name_key = 'maria maier'"
                    + " order by client_id"));
  }

  @Test
  void a_search_shows_ones_own_clients_alone() throws IOException, SQLException {
    String client = BigCaseload.get().rename("Xenia Quastenfloss");
    Visitor other = signIn(Reader.THERAPIST);
    HttpResponse<String> page = other.get(search(other, "Xenia"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(clients(page)).isEmpty();
    assertThat(page.body()).doesNotContain("Quastenfloss", client);
    assertThat(other.get("/therapist/clients/overview.xhtml?client=" + client).statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_one_session_searched_for_is_nothing_to_another() throws IOException, SQLException {
    BigCaseload.get().rename("Zeno Wurzelpeter");
    Visitor therapist = BigCaseload.get().signIn();
    String found = search(therapist, "Zeno Wurz");
    assertThat(therapist.get(found).body()).contains("Zeno Wurz", "Zeno Wurzelpeter");
    for (Visitor other : List.of(BigCaseload.get().signIn(), signIn(Reader.THERAPIST))) {
      assertThat(other.get(found).statusCode()).isEqualTo(200);
      assertThat(other.get(found).body()).doesNotContain("Zeno");
    }
    assertThat(stranger().get(found).statusCode()).isEqualTo(302);
  }

  @Test
  void no_name_stands_in_an_address_or_a_log() throws IOException, SQLException {
    BigCaseload.get().rename("Vroni Holunderbeck");
    Visitor therapist = BigCaseload.get().signIn();
    HttpResponse<String> answer =
        therapist.post("/therapist/search", Map.of("text", "Vroni Holunder"));
    assertThat(answer.statusCode()).isEqualTo(303);
    String found = answer.headers().firstValue("Location").orElseThrow();
    assertThat(found).matches(Pattern.quote(LIST) + "\\?q=[0-9a-f-]{36}");
    HttpResponse<String> page = therapist.get(found);
    assertThat(page.body()).contains("Vroni Holunderbeck");
    assertThat(Stream.concat(Links.in(page).stream(), Links.in(answer).stream()))
        .isNotEmpty()
        .noneMatch(address -> plain(address).contains("vroni"))
        .noneMatch(address -> plain(address).contains("holunder"));
    for (Path log : logs()) {
      assertThat(Files.readString(log)).as(log.toString()).doesNotContainIgnoringCase("vroni");
    }
  }

  /** What the application and the servers around it wrote, but for the statements of this test. */
  private static List<Path> logs() throws IOException {
    Path keycloak = Stage.get().backstage().databaseLog().resolveSibling("keycloak.log");
    assertThat(Stage.get().log()).isNotEmptyFile();
    return List.of(Stage.get().log(), keycloak);
  }

  private static String plain(String address) {
    return URLDecoder.decode(address, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  private static String search(Visitor therapist, String text) throws IOException {
    return therapist
        .post("/therapist/search", Map.of("text", text))
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }
}
