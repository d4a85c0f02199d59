package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Outside;
import health.trellis.testkit.OwnClient;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Sameness;
import health.trellis.testkit.Tables;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Parts of statements, expressions and paths in every parameter of every way: each is answered as
 * an honest value that is not there, in no more time, and nothing is changed.
 */
class InjectionIT extends Outside {
  private static final String UNKNOWN = "zzunknown";
  private static final long PATIENCE = 4_000_000_000L; // less than they would have it sleep

  private static final List<String> PARTS =
      List.of(
          "zz'",
          "zz\"",
          "zz\\",
          "zz' or '1'='1",
          "zz') or ('1'='1",
          "zz' or c.id is not null or '",
          "zz'; select pg_sleep(5); --",
          "zz' || pg_sleep(5) || '",
          "zz'; drop table client; --",
          "zz' union select null, name from person --",
          "(select pg_sleep(5))",
          "zz%",
          "zz_",
          "%zz",
          "zz:*",
          "zz & !zz",
          "$zz$",
          "${70001*7}",
          "#{70001*7}",
          "#{request.session.invalidate()}",
          "zz%27%20or%201%3D1",
          "zz\u02bc or 1=1",
          "zz\uff07 or 1=1",
          "../../../../etc/passwd",
          "<script>zz</script>",
          "zz\r\nX-Zz: y",
          "zz\u0000",
          "zz\ud83c\udf3f",
          "z".repeat(3_000));

  private static final Pattern PARAMETER = Pattern.compile("viewParam name=\"([a-z]+)\"");
  private static final String COMPUTED = String.valueOf(70_001 * 7);

  private static OwnClient client;
  private static Map<String, String> records;

  private final Tables tables = new Tables();
  private final Trials trials = new Trials("parts of statements that were answered otherwise");
  private int turn;

  @BeforeAll
  static void meet() throws IOException {
    client = OwnClient.admit("injections");
    records = client.records();
  }

  @AfterAll
  static void leave() {
    client.leave();
  }

  @Test
  void every_parameter_takes_them_as_a_value_that_is_not_there() throws IOException {
    Map<String, String> before = tables.contents();
    for (Reader reader : Reader.values()) {
      for (String page : Pages.below(reader.folder())) {
        List<String> names =
            PARAMETER.matcher(Pages.source(page)).results().map(found -> found.group(1)).toList();
        for (String name : names) {
          String address = without(Pages.address(page, records), name);
          tryAll(client.visitor(reader), page + " " + name, value -> address + name + "=" + value);
        }
      }
    }
    for (Small small : Endpoints.small()) {
      trySmall(client.visitor(small.sender()), small);
    }
    for (String parameter :
        List.of("to", "confirm&version=1", "confirm=" + records.get("draft") + "&version")) {
      tryAll(stranger(), "/sign-in " + parameter, value -> "/sign-in?" + parameter + "=" + value);
    }
    for (String parameter : List.of("state", "code=1&state", "state=1&code", "error")) {
      tryAll(
          stranger(),
          "/sign-in/callback " + parameter,
          value -> "/sign-in/callback?" + parameter + "=" + value);
    }
    assertThat(tables.contents()).isEqualTo(before);
    trials.end(Trials.isLong() ? 3_500 : 280);
  }

  private static String without(String address, String name) {
    String bare = address.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "");
    return bare.endsWith("?") || bare.endsWith("&") ? bare : bare + "&";
  }

  /** In its path and in what stands behind the question mark. */
  private void trySmall(Visitor visitor, Small small) throws IOException {
    Pattern name = Pattern.compile("\\{(\\w+)}");
    Map<String, String> written = new HashMap<>(records);
    written.put("assignment", records.getOrDefault("open", ""));
    written.put("note", records.getOrDefault("draft", ""));
    for (String one :
        name.matcher(small.path()).results().map((MatchResult r) -> r.group(1)).toList()) {
      if (small.writes()) {
        tryWrites(visitor, small, one, written);
      } else {
        Map<String, String> others = new HashMap<>(written);
        tryAll(visitor, small + " " + one, value -> small.at(put(others, one, value)));
      }
    }
    for (String query : Endpoints.queriesOf(small)) {
      // A file of the whole log would take longer than a statement that sleeps.
      String none = query.equals("from") ? "&until=2000-01-01" : "&from=2999-01-01";
      tryAll(
          visitor,
          small + " " + query,
          value -> small.at(written) + "?" + query + "=" + value + none);
    }
  }

  private static Map<String, String> put(Map<String, String> all, String name, String value) {
    all.put(name, value.replace("+", "%20"));
    return all;
  }

  private void tryWrites(Visitor visitor, Small small, String name, Map<String, String> written)
      throws IOException {
    Map<String, String> others = new HashMap<>(written);
    for (String part : PARTS) {
      if (!Trials.isLong() && turn++ % 16 != 0) {
        continue;
      }
      long began = System.nanoTime();
      int status =
          visitor
              .write(small.method(), small.at(put(others, name, encoded(part))), "{}")
              .statusCode();
      trials.check(
          status >= 400 && status < 500 && System.nanoTime() - began < PATIENCE,
          "%s %s=%s: %d".formatted(small, name, part, status));
    }
  }

  /** A way with one parameter open. */
  @FunctionalInterface
  private interface Way {
    String with(String value);
  }

  private void tryAll(Visitor visitor, String what, Way way) throws IOException {
    String known = said(what, visitor.get(way.with(UNKNOWN)), UNKNOWN);
    for (String part : PARTS) {
      if (Trials.isLong() || turn++ % 16 == 0) {
        long began = System.nanoTime();
        HttpResponse<String> answer = visitor.get(way.with(encoded(part)));
        boolean soon = System.nanoTime() - began < PATIENCE;
        String said = said(what, answer, part);
        trials.check(
            soon && isAsHonest(known, said, answer),
            "%s=%s: %s".formatted(what, part, difference(said, known)));
      }
    }
  }

  /** The same; or refused at the door, because no browser sends such an address. */
  private static boolean isAsHonest(String honest, String said, HttpResponse<String> answer) {
    return !said.contains(COMPUTED)
        && answer.headers().firstValue("X-Zz").isEmpty()
        && (said.equals(honest) || answer.statusCode() == 400 || answer.statusCode() == 404);
  }

  /**
   * What was answered, but for the value itself where it is shown again, and for what is new each
   * time: hidden fields, and the log, in which each of these looks is one more line.
   */
  private static String said(String what, HttpResponse<String> answer, String value) {
    if (what.contains("audit")) {
      return String.valueOf(answer.statusCode());
    }
    String said =
        Sameness.of(answer)
            .replaceAll("<input type=\"hidden\"[^>]*>", "")
            .replaceAll("data-(key|now)=\"[^\"]*\"", "");
    for (String form :
        List.of(
            encoded(value),
            encoded(value).replace("+", "%20"),
            value
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"),
            value,
            value.replace("\u0000", ""))) {
      said = said.replace(form, "~");
    }
    return said;
  }

  private static String difference(String said, String known) {
    int at = 0;
    while (at < Math.min(said.length(), known.length()) && said.charAt(at) == known.charAt(at)) {
      at++;
    }
    return start(said.substring(Math.max(0, at - 40)))
        + " and not "
        + start(known.substring(Math.max(0, at - 40)));
  }

  private static String start(String said) {
    return said.substring(0, Math.min(160, said.length())).replaceAll("\\s+", " ");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Test
  void every_search_takes_them_as_words_that_nobody_wrote() throws IOException {
    Trials searches = new Trials("parts of statements that a search found something by");
    Map<String, Visitor> ways =
        Map.of(
            "/therapist/search", client.visitor(Reader.THERAPIST),
            "/therapist/note-search", client.visitor(Reader.THERAPIST),
            "/admin/search", client.visitor(Reader.ADMINISTRATOR));
    Map<String, String> before = tables.contents();
    for (Map.Entry<String, Visitor> way : ways.entrySet()) {
      String nothing = found(way.getValue(), way.getKey(), Map.of("text", UNKNOWN));
      for (String part : PARTS) {
        if (!part.contains("zz")) {
          continue; // Words that somebody may have written.
        }
        long began = System.nanoTime();
        String found = found(way.getValue(), way.getKey(), Map.of("text", part));
        searches.check(
            found.equals(nothing) && System.nanoTime() - began < 2 * PATIENCE,
            "%s for %s: %s".formatted(way.getKey(), part, start(found)));
        if (!way.getKey().equals("/therapist/note-search")) {
          continue;
        }
        for (String limit :
            List.of("client", "belief", "goal", "from", "until", "template", "state")) {
          HttpResponse<String> led =
              way.getValue().post(way.getKey(), Map.of("text", "", limit, part));
          searches.check(
              led.statusCode() == 303
                  && !led.headers().firstValue("Location").orElse("").contains("zz"),
              "%s by %s=%s".formatted(way.getKey(), limit, part));
        }
      }
    }
    assertThat(tables.contents()).isEqualTo(before);
    searches.end(200);
  }

  /** The addresses of the clients and notes that a search leads to. */
  private static String found(Visitor visitor, String search, Map<String, String> fields)
      throws IOException {
    HttpResponse<String> led = visitor.post(search, fields);
    HttpResponse<String> list = visitor.get(led.headers().firstValue("Location").orElseThrow());
    return list.statusCode()
        + Pattern.compile("(?:client|note)=[0-9a-f-]{36}")
            .matcher(list.body())
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.joining(","));
  }
}
