package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Links;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every address there is, found by looking: pages, small requests, servlets, files, what lies
 * beside them and must not be there, and what all of these link to; asked for by everybody. Each
 * answer carries each header once, and no nonce comes twice.
 */
class EveryAnswerIT extends Outside {
  private static final Path WEBAPP = Path.of("src", "main", "webapp");
  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern META = Pattern.compile("(?i)<meta[^>]+http-equiv");

  private static final Pattern TYPE =
      Pattern.compile(
          "(?i)text/[a-z]+;\\s*charset=utf-8|text/css|image/svg\\+xml"
              + "|application/(javascript|json|pdf|fhir\\+ndjson)(;.*)?");

  private final Headers headers = new Headers();
  private final Trials trials = new Trials("headers missing, doubled or other than written");
  private final Set<String> nonces = new HashSet<>();

  @Test
  void every_answer_to_everybody_has_each_header_once_and_a_nonce_of_its_own() throws IOException {
    Map<String, Visitor> everybody = everybody();
    Set<String> addresses = addresses();
    Visitor nobody = stranger();
    for (String file : files()) {
      ask("a stranger", nobody, file);
    }
    Set<String> linked = new LinkedHashSet<>();
    for (Map.Entry<String, Visitor> each : everybody.entrySet()) {
      for (String address : addresses) {
        linked.addAll(ask(each.getKey(), each.getValue(), address));
      }
    }
    linked.removeAll(addresses);
    assertThat(linked).hasSizeGreaterThan(50);
    for (Map.Entry<String, Visitor> each : everybody.entrySet()) {
      for (String address : linked) {
        if (isFor(each.getKey(), address)) {
          ask(each.getKey(), each.getValue(), address);
        }
      }
    }
    headers.complaints().forEach(trials::wrong);
    assertThat(nonces).hasSizeGreaterThan(80);
    trials.end(700);
  }

  private static Map<String, Visitor> everybody() throws IOException {
    Map<String, Visitor> everybody = new LinkedHashMap<>();
    everybody.put("a stranger", stranger());
    everybody.put("a therapist", signIn(Reader.THERAPIST));
    everybody.put("a client", signIn(Reader.CLIENT));
    everybody.put("an administrator", signIn(Reader.ADMINISTRATOR));
    return everybody;
  }

  /** What there is, with a record of each kind, and what there must not be. */
  private Set<String> addresses() throws IOException {
    Set<String> all = new LinkedHashSet<>();
    for (Reader reader : Reader.values()) {
      all.addAll(reader.addresses(practice));
    }
    Map<String, String> records = practice.records();
    Endpoints.small().stream().map(small -> small.at(records)).forEach(all::add);
    Endpoints.small().stream()
        .map(Small::path)
        .map(path -> path.replaceAll("\\{|}", ""))
        .forEach(all::add);
    all.addAll(Endpoints.servlets());
    all.addAll(
        List.of("/health", "/health/ready", "/health/live", "/health/test-fault", "/nothing"));
    all.addAll(
        List.of("/api", "/api/nothing", "/therapist/", "/portal/", "/resources/", "/favicon.ico"));
    return all;
  }

  /** Each file of the application, where Faces gives it out and where it lies. */
  private static List<String> files() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = WEBAPP.relativize(file).toString().replace('\\', '/');
        all.add("/" + path);
        if (path.startsWith("resources/")) {
          String[] parts = path.split("/");
          all.add("/jakarta.faces.resource/%s.xhtml?ln=%s".formatted(parts[2], parts[1]));
        }
      }
    }
    return all;
  }

  /** Looks at the answer; says which of our own addresses it links to. */
  private List<String> ask(String who, Visitor visitor, String address) throws IOException {
    HttpResponse<String> answer = visitor.get(address);
    String what = "%s at %s".formatted(who, address);
    trials.count();
    headers.look(what, answer, cacheControl(address, answer));
    Matcher nonce =
        NONCE.matcher(answer.headers().firstValue("Content-Security-Policy").orElse(""));
    if (nonce.find() && !nonces.add(nonce.group(1))) {
      trials.wrong(what + ": a nonce that another answer had");
    }
    if (answer.statusCode() == 200 && address.matches("/WEB-INF/.*|/META-INF/.*|/.+/")) {
      trials.wrong(what + ": the inside or a folder is shown");
    }
    if (META.matcher(answer.body()).find()) {
      trials.wrong(what + ": the page speaks as a header");
    }
    if (answer.headers().firstValue("Access-Control-Allow-Origin").isPresent()) {
      trials.wrong(what + ": other sites may read it");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!answer.body().isEmpty() && !TYPE.matcher(type).matches()) {
      trials.wrong("%s, answered %d: its type is %s".formatted(what, answer.statusCode(), type));
    }
    return Links.in(answer).stream().filter(EveryAnswerIT::isAPage).toList();
  }

  /** A file that a browser may keep has its hash in the address, and nothing else is kept. */
  private static String cacheControl(String address, HttpResponse<String> answer) {
    boolean named = address.startsWith("/jakarta.faces.resource/") && address.contains("&h=");
    return named && answer.statusCode() == 200 ? Headers.KEPT_FOR_GOOD : Headers.NOT_KEPT;
  }

  /** A folder's links are followed by whoever it is for, and those to files by one. */
  private static boolean isFor(String who, String address) {
    return switch (address.split("/", 3)[1]) {
      case "therapist" -> who.equals("a therapist");
      case "portal" -> who.equals("a client");
      case "admin" -> who.equals("an administrator");
      default -> who.equals("a stranger");
    };
  }

  private static boolean isAPage(String address) {
    return address.matches("/(therapist|portal|admin|jakarta\\.faces\\.resource)/[^#]*");
  }
}
