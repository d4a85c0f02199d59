package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.OwnClient;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * sqlmap, of another's making, on each distinct request: every page with its parameters, every form
 * with its fields, every small request with what stands in its path, its query and its body. It has
 * to be installed ({@code apt-get install sqlmap}).
 */
class SqlmapTrial extends Outside {
  private static final Path FOLDER = Path.of("target", "sqlmap");
  private static final Pattern PARAMETER = Pattern.compile("viewParam name=\"([a-z]+)\"");
  private static final Set<String> OF_THE_PAGE =
      Set.of("jakarta.faces.ViewState", "primefaces.nonce");

  /** What it says in the end; before, it suspects and tries its suspicions. */
  private static final String FOUND = "identified the following injection point";

  private static OwnClient client;
  private static Map<String, String> records;

  private Trials trials = new Trials("other requests into which sqlmap injected");
  private int number;

  @BeforeAll
  static void meet() throws IOException {
    Files.createDirectories(FOLDER);
    client = OwnClient.admit("sqlmap");
    records = client.recordsToWrite();
  }

  @AfterAll
  static void leave() {
    client.leave();
  }

  @Test
  void it_finds_nothing_to_inject_into_an_address_or_a_small_request() throws Exception {
    assertItFindsWhatIsThere();
    for (Reader reader : Reader.values()) {
      Visitor visitor = client.signIn(reader);
      for (String page : Pages.below(reader.folder())) {
        tryAddress(visitor, page);
      }
      for (Small small : Endpoints.small()) {
        if (small.sender() == reader) {
          trySmall(visitor, small);
        }
      }
      if (reader != Reader.CLIENT) {
        String search = "/" + reader.folder() + "/search";
        check(visitor, "POST", search, "text=mara", "", List.of("text"));
      }
    }
    check(
        client.signIn(Reader.THERAPIST),
        "POST",
        "/therapist/note-search",
        "text=mara&client=" + records.get("client"),
        "",
        List.of("text", "client"));
    check(stranger(), "GET", "/sign-in?to=%2F&confirm=1&version=1", "", "", List.of());
    check(stranger(), "GET", "/sign-in/callback?code=1&state=1", "", "", List.of());
    trials.end(80);
  }

  @Test
  void it_finds_nothing_to_inject_into_a_form() throws Exception {
    trials = new Trials("forms into which sqlmap injected");
    assertItFindsWhatIsThere();
    int pages = 0;
    for (Reader reader : Reader.values()) {
      Visitor visitor = client.signIn(reader);
      for (String page : Pages.below(reader.folder())) {
        int before = trials.tried();
        tryForms(visitor, page);
        if (Pages.source(page).contains("<h:form")) {
          pages++;
          assertThat(trials.tried()).as("forms of " + page).isGreaterThan(before);
        }
      }
    }
    trials.end(pages);
  }

  private void assertItFindsWhatIsThere() throws Exception {
    assertThat(
            tryOut(stranger(), "GET", "/health/test-injectable?text=aa", "", "", List.of("text")))
        .contains(FOUND);
  }

  private void tryAddress(Visitor visitor, String page) throws Exception {
    List<String> names =
        PARAMETER.matcher(Pages.source(page)).results().map(each -> each.group(1)).toList();
    String known = Pages.address(page, records);
    String query =
        names.stream()
            .map(name -> Pattern.compile("[?&](" + name + "=[^&]*)").matcher(known))
            .map(found -> found.find() ? found.group(1) : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    for (String name : names) {
      if (!("&" + query).contains("&" + name + "=")) {
        query += (query.isEmpty() ? "" : "&") + name + "=1";
      }
    }
    if (!names.isEmpty()) {
      check(visitor, "GET", page + "?" + query, "", "", names);
    }
  }

  /** Each form with each of its buttons; of those that stand in each row of a list, one. */
  private void tryForms(Visitor visitor, String page) throws Exception {
    HttpResponse<String> shown = visitor.get(Pages.address(page, records));
    Set<String> tried = new HashSet<>();
    for (Form form : Form.in(shown)) {
      if (form.action().startsWith(page)
          && form.fields().keySet().containsAll(OF_THE_PAGE)
          && tried.add(form.fields().keySet().toString().replaceAll("\\d+", "n"))) {
        Form filled = form;
        for (String name : Form.textsOf(shown)) {
          filled = filled.with(name, "zz");
        }
        List<String> fields = new ArrayList<>(filled.fields().keySet());
        fields.removeAll(OF_THE_PAGE);
        check(visitor, "POST", form.action(), Visitor.form(filled.fields()), "", fields);
      }
    }
  }

  private void trySmall(Visitor visitor, Small small) throws Exception {
    String query =
        Endpoints.queriesOf(small).stream()
            .map(name -> name + "=1*")
            .collect(Collectors.joining("&"));
    for (String kind : records.keySet()) {
      if (small.path().contains("{" + kind + "}")) {
        Map<String, String> marked = new HashMap<>(records);
        marked.merge(kind, "*", String::concat);
        check(
            visitor,
            small.method(),
            small.at(marked),
            small.writes() ? "{}" : "",
            "json",
            List.of());
      }
    }
    if (!query.isEmpty()) {
      check(visitor, small.method(), small.at(records) + "?" + query, "", "", List.of());
    }
    if (small.writes()) {
      check(visitor, small.method(), small.at(records), Small.body(), "json", List.of());
    }
  }

  private void check(
      Visitor visitor, String method, String address, String body, String type, List<String> names)
      throws Exception {
    String said = tryOut(visitor, method, address, body, type, names);
    boolean tried = said.contains("do not appear to be injectable");
    trials.check(
        tried && (visitor.cookies().isEmpty() || visitor.isSignedIn()) && !said.contains(FOUND),
        "%s %s: %s".formatted(method, address, last(said)));
  }

  private static String last(String said) {
    List<String> lines = said.strip().lines().filter(line -> line.startsWith("[")).toList();
    return lines.stream().skip(Math.max(0, lines.size() - 4)).collect(Collectors.joining(" / "));
  }

  /** What sqlmap says of one request, all of whose named parameters it tries. */
  private String tryOut(
      Visitor visitor, String method, String address, String body, String type, List<String> names)
      throws Exception {
    Path request = FOLDER.resolve("request-" + number++ + ".txt");
    String head =
        "%s %s HTTP/1.1\r\nHost: %s\r\nSec-Fetch-Site: same-origin\r\n"
            .formatted(method, address, visitor.address().getAuthority());
    if (!visitor.cookies().isEmpty()) {
      head += "Cookie: " + visitor.cookies() + "\r\n";
    }
    if (!body.isEmpty()) {
      head +=
          "X-Trellis-Token: %s\r\nContent-Type: application/%s\r\n"
              .formatted(visitor.token(), type.isEmpty() ? "x-www-form-urlencoded" : type);
    }
    Files.writeString(request, head + "\r\n" + body);
    List<String> command =
        new ArrayList<>(
            List.of(
                "sqlmap",
                "-r",
                request.toString(),
                "--batch",
                "--ignore-stdin",
                "--flush-session",
                "--dbms=PostgreSQL",
                "--ignore-code=*",
                "--disable-coloring",
                "--answers=follow=N,really sure=Y",
                "--output-dir=" + FOLDER.toAbsolutePath()));
    if (!names.isEmpty()) {
      command.add("-p");
      command.add(String.join(",", names));
    }
    Path output = FOLDER.resolve("said.txt");
    Process sqlmap =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!sqlmap.waitFor(30, TimeUnit.MINUTES)) {
      sqlmap.destroy();
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
