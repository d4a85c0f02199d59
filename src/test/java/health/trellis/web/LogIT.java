package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the servers log: never a line that somebody sent, whatever ends a line in it, and never a
 * word of what people wrote, also where something failed while it was saved.
 */
class LogIT extends Outside {

  /** How a line of the log would begin. */
  private static final String LINE = "[1999-12-31T23:59:59.000+0000] [Payara Micro] [SEVERE] ";

  /** How a line of PostgreSQL's begins, with the role. */
  private static final Pattern BEGUN = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ UTC (\\S*) ");

  private static final List<String> ENDS =
      List.of(
          "%0d%0a",
          "%0a",
          "%0d",
          "%e2%80%a8",
          "%e2%80%a9",
          "%c2%85",
          "%0b",
          "%0c",
          "%1b%5b2K%1b%5b1A",
          "%250a",
          "%5cn",
          "%00");

  @Test
  void nothing_that_is_sent_begins_a_line_of_the_log() throws IOException {
    Trials trials = new Trials("texts that began a line of the log");
    String canary = "forged-" + UUID.randomUUID();
    Visitor therapist = signIn(Reader.THERAPIST);
    String line = LINE.replace(" ", "%20").replace("[", "%5b").replace("]", "%5d") + canary;
    List<String> ways = new ArrayList<>();
    for (String end : ENDS) {
      String text = "x" + end + line;
      Stream.of(
              "/%s",
              "/nothing/%s.xhtml",
              "/therapist/%s.xhtml",
              "/therapist/desk.xhtml?done=%s",
              "/therapist/clients/overview.xhtml?client=%s",
              "/therapist/caseload.xhtml?sort=%s",
              "/jakarta.faces.resource/%s.xhtml?ln=css",
              "/jakarta.faces.resource/trellis.css.xhtml?ln=%s",
              "/jakarta.faces.resource/trellis.css.xhtml?ln=css&con=%s",
              "/jakarta.faces.resource/trellis.css.xhtml?ln=css&loc=%s",
              "/api/therapist/%s",
              "/api/therapist/clients/%s/notes.pdf",
              "/sign-in?to=%s",
              "/sign-in/callback?state=%s&code=%1$s",
              "/sign-in/callback?error=%s",
              "/health/%s")
          .map(way -> way.formatted(text))
          .forEach(ways::add);
    }
    for (String way : ways) {
      send("GET", way, "", therapist.cookies());
      trials.count();
    }
    for (byte[] end :
        new byte[][] {
          {0x1b, '[', '2', 'K'},
          {(byte) 0xe2, (byte) 0x80, (byte) 0xa8},
          {(byte) 0x85},
          {0x0b},
          {0x0c},
          {'\r'}
        }) {
      String text = new String(end, StandardCharsets.ISO_8859_1) + LINE + canary;
      for (String header :
          List.of(
              "User-Agent",
              "Referer",
              "Origin",
              "Accept-Language",
              "Content-Type",
              "X-Trellis-Token",
              "Cookie",
              "X-Forwarded-For",
              "Faces-Request",
              "If-None-Match",
              "Authorization")) {
        send(
            "POST",
            "/therapist/desk.xhtml",
            header + ": " + text + "\r\n",
            header.equals("Cookie") ? "" : therapist.cookies());
        trials.count();
      }
    }
    for (String token : tokens("x\\n" + LINE + canary)) {
      stranger().post("/sign-out/back-channel", Map.of("logout_token", token));
      trials.count();
    }
    payaras()
        .lines()
        .flatMap(each -> Stream.of(each.split("[\\x0b\\x0c\\x85\\u2028\\u2029]", -1)))
        .filter(each -> each.startsWith("[1999") || each.contains("\u001b[2K"))
        .forEach(trials::wrong);
    trials.end(200);
  }

  /** Logout tokens that nobody signed, with that text wherever a reader might repeat it. */
  private static List<String> tokens(String text) {
    List<String> tokens =
        new ArrayList<>(List.of(text.replace("\\n", "\n"), text + "." + text + ".x"));
    for (String head :
        List.of(
            "{\"alg\":\"%s\"}",
            "{\"alg\":\"RS256\",\"kid\":\"%s\"}",
            "{\"alg\":\"RS256\",\"typ\":\"%s\"}",
            "{\"alg\":\"RS256\",\"jku\":\"%s\"}",
            "{\"alg\":\"RS256\",\"crit\":[\"%s\"]}",
            "{\"alg\":\"RS256\",\"typ\":\"logout+jwt\"} %s",
            "{\"alg\":\"none\",\"%s\":1}",
            "{\"%s")) {
      for (String body : List.of("{\"iss\":\"%s\",\"aud\":\"%1$s\"}", "{\"%s")) {
        for (String form : List.of(text, text.replace("\\n", "\n"))) {
          tokens.add(part(head.formatted(form)) + "." + part(body.formatted(form)) + ".eHg");
        }
      }
    }
    return tokens;
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A request as it is written, over a bare connection. */
  private static void send(String method, String way, String header, String cookies)
      throws IOException {
    URI server = Stage.get().address();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      String cookie = cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n";
      out.write(
          "%s %s HTTP/1.1\r\nHost: %s\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n%s%sConnection: close\r\n\r\n"
              .formatted(method, way, server.getAuthority(), cookie, header)
              .getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void what_could_not_be_saved_stands_in_no_log() throws IOException, SQLException {
    Trials trials = new Trials("clinical texts in a log after a fault");
    Visitor therapist = signIn(Reader.THERAPIST);
    String client = practice.clientOf("therapist");
    String note = practice.draftOf(client);
    String words = "unsaid " + UUID.randomUUID();
    List<String> failing =
        List.of(
            "session_note add constraint refused check (sections::text !~ 'unsaid') not valid",
            "life_event add constraint refused check (words !~ 'unsaid') not valid");
    try {
      for (String each : failing) {
        change("alter table " + each);
      }
      HttpResponse<String> draft =
          therapist.write(
              "PUT",
              "/api/therapist/clients/%s/notes/%s/draft".formatted(client, note),
              "{\"key\":\"%s\",\"version\":%s,\"sections\":{\"text\":\"%s\"}}"
                  .formatted(
                      UUID.randomUUID(),
                      practice.one("select version from session_note where id = ?::uuid", note),
                      words));
      trials.check(draft.statusCode() == 503, "a draft: " + draft.statusCode());
      String incident = draft.headers().firstValue("X-Incident").orElse("");
      trials.check(incident.matches("[0-9a-f]{10}"), "a draft's incident: " + incident);
      trials.check(
          logs().contains("incident " + incident), "the log does not know incident " + incident);
      HttpResponse<String> event = keepEvent(therapist, client, words);
      trials.check(event.statusCode() == 500, "an event: " + event.statusCode());
      trials.check(
          event.body().matches("(?s).*<code>[0-9a-f]{10}</code>.*"), "no incident is named");
    } finally {
      change("alter table session_note drop constraint if exists refused");
      change("alter table life_event drop constraint if exists refused");
    }
    trials.check(!logs().contains(words), "a log holds " + words);
    trials.end(6);
  }

  private static HttpResponse<String> keepEvent(Visitor therapist, String client, String words)
      throws IOException {
    Form form =
        Form.in(therapist.get("/therapist/thread/event.xhtml?client=" + client)).stream()
            .filter(each -> each.fields().containsKey("jakarta.faces.ViewState"))
            .findFirst()
            .orElseThrow();
    for (String name : List.copyOf(form.fields().keySet())) {
      if (name.matches("(?i).*(words|text).*")) {
        form = form.with(name, words);
      } else if (name.matches("(?i).*(day|date|happened|on)$")) {
        form = form.with(name, "2026-01-02");
      }
    }
    return therapist.send(form.sentBy(therapist).header("Sec-Fetch-Site", "same-origin"));
  }

  private static void change(String sql) throws SQLException {
    try (Connection owner = Stage.get().asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void no_log_of_this_run_holds_what_people_wrote() throws IOException {
    Trials trials = new Trials("clinical texts in a log of the run");
    for (Reader reader : Reader.values()) {
      Visitor visitor = signIn(reader);
      for (String page : reader.addresses(practice)) {
        visitor.get(page);
      }
    }
    Set<String> texts = new TreeSet<>();
    for (String query :
        List.of(
            "select words from belief",
            "select alternative from belief where alternative is not null",
            "select words from evidence",
            "select prediction from experiment",
            "select words from formulation_entry",
            "select words from goal",
            "select words from goal_step",
            "select words from life_event",
            "select body from note_addendum",
            "select value from session_note, jsonb_each_text(sections)",
            "select name from client",
            "select alias || ' ' from supporter_state where length(alias) > 12",
            "select email from client where email is not null")) {
      texts.addAll(practice.all(query));
    }
    texts.removeIf(text -> text == null || text.strip().length() < 9);
    assertThat(texts).hasSizeGreaterThan(100);
    String logs = logs();
    assertThat(logs).contains("trellis_app LOG:").hasSizeGreaterThan(100_000);
    for (String text : texts) {
      String part = text.strip();
      trials.check(
          !logs.contains(part.substring(0, Math.min(60, part.length()))), "a log holds: " + part);
    }
    trials.end(100);
  }

  /**
   * What Payara and Keycloak have logged in this run, and PostgreSQL of the application; what the
   * tests themselves say to it, as its owner, is theirs.
   */
  private static String logs() throws IOException {
    Path database = Stage.get().backstage().databaseLog();
    StringBuilder all = new StringBuilder(payaras());
    boolean ours = false;
    for (String line : read(database).split("\n")) {
      Matcher begun = BEGUN.matcher(line);
      ours = begun.find() ? begun.group(1).equals("trellis_app") : ours;
      if (ours) {
        all.append(line).append('\n');
      }
    }
    return all.append(read(database.resolveSibling("keycloak.log"))).toString();
  }

  /** Of all files between which it turns. */
  private static String payaras() throws IOException {
    StringBuilder all = new StringBuilder();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Stage.get().log().resolveSibling("."), "payara.log.*")) {
      for (Path file : files) {
        all.append(read(file));
      }
    }
    return all.toString();
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
