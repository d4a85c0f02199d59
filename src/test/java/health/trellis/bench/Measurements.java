package health.trellis.bench;

import health.trellis.launch.DrivenServers;
import health.trellis.launch.Progress;
import health.trellis.testkit.Crowd;
import health.trellis.testkit.Statements;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The measurements of one run, in their order; each adds its figures to the report. */
final class Measurements {
  private static final String CASELOAD = "/therapist/caseload.xhtml";
  private static final List<String> SORTS = List.of("name", "last", "due");
  private static final double MOST_SPREAD = 0.2;

  private final DrivenServers servers;
  private final Budget budget;
  private final Report report;
  private final Progress progress;
  private final Crowd crowd;
  private final Load load;

  Measurements(DrivenServers servers, Budget budget, Report report, Progress progress) {
    this.servers = servers;
    this.budget = budget;
    this.report = report;
    this.progress = progress;
    this.crowd = new Crowd(servers.backstage());
    this.load = new Load(servers.address(), servers.payara());
  }

  void all() throws Exception {
    UUID therapist = crowd.person("Hanna Brandt");
    fill(therapist, budget.few());
    Requests requests = signIn("therapist", "/therapist/desk.xhtml");
    Answering answering = Answering.prepare(servers, crowd, therapist);
    IntFunction<byte[]> few = pages(requests, therapist);
    progress.step("Warmed up", () -> warmUp(few, answering));
    countStatements(requests, therapist, answering);
    bytes(requests);
    answers(answering);
    inventories(answering);
    servlet(requests, therapist);
    Turn alone = load.closed(4, budget.seconds(), few);
    UUID colleague = crowd.person("Jonas Weber");
    fill(colleague, budget.many());
    caseloads(few, pages(signIn("colleague", "/therapist/desk.xhtml"), colleague), alone);
  }

  private Requests signIn(String who, String page) throws IOException {
    return new Requests(
        Visitor.signIn(
            URI.create(servers.address()), page, who, servers.backstage().passwordOf(who)));
  }

  private void fill(UUID therapist, int clients) {
    progress.step(
        "A caseload of " + clients,
        () -> {
          crowd.fillCaseload(therapist, clients);
          return clients;
        });
  }

  /** As long as both compilers need to be done with what is measured. */
  private Turn warmUp(IntFunction<byte[]> pages, Answering answering) throws IOException {
    double seconds = budget.seconds() * 4;
    load.closed(2, seconds, answering::open);
    answering.submitSome(servers, budget.quick() ? 4 : 80);
    load.closed(4, seconds * 2, pages);
    return load.closed(8, seconds, answering::put);
  }

  /** Pages of a caseload from random places, by each sort. */
  private IntFunction<byte[]> pages(Requests requests, UUID therapist) throws SQLException {
    List<UUID> places =
        crowd.ids(
            "select client_id from caseload_line where therapist_id = '%s' order by random() limit 4000"
                .formatted(therapist));
    return who -> {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      return requests.get(
          "%s?sort=%s&after=%s"
              .formatted(
                  CASELOAD,
                  SORTS.get(random.nextInt(SORTS.size())),
                  places.get(random.nextInt(places.size()))));
    };
  }

  private void countStatements(Requests requests, UUID therapist, Answering answering)
      throws SQLException, IOException {
    UUID assignment =
        crowd
            .ids(
                "select a.id from assignment a join caseload l on l.client_id = a.client_id and l.therapist_id = '%s' where a.reviewed_at is not null order by a.submitted_at desc limit 1"
                    .formatted(therapist))
            .get(0);
    UUID client =
        crowd.ids("select client_id from assignment where id = '" + assignment + "'").get(0);
    Statements counter = new Statements(servers.backstage().databaseLog());
    servers.backstage().logStatements(true);
    try (Wire wire = new Wire(URI.create(servers.address()))) {
      int desk = count(counter, "desk", () -> wire.send(requests.get("/therapist/desk.xhtml")));
      int list = count(counter, "caseload", () -> wire.send(requests.get(CASELOAD)));
      String of = "?client=" + client;
      count(
          counter,
          "a client's overview",
          () -> wire.send(requests.get("/therapist/clients/overview.xhtml" + of)));
      count(
          counter,
          "a result",
          () ->
              wire.send(
                  requests.get(
                      "/therapist/inventory/result.xhtml" + of + "&assignment=" + assignment)));
      count(counter, "the questions", () -> wire.send(answering.open(0)));
      count(counter, "one answer", () -> wire.send(answering.put(0)));
      int submit = count(counter, "a submit", () -> wire.send(answering.submitNext(0)));
      report.count(
          14,
          "statements of a request: desk, caseload; submit",
          "≤ 3; ≤ 5",
          "%d, %d; %d".formatted(desk, list, submit),
          desk <= 3 && list <= 3 && submit <= 5);
    } finally {
      servers.backstage().logStatements(false);
    }
  }

  private int count(Statements counter, String name, Statements.Request request)
      throws IOException {
    request.make(); // Connections that were idle are checked first.
    List<String> all = counter.of(request);
    report.statements(name, all);
    return all.size();
  }

  private void bytes(Requests requests) {
    List<Visit> visits = Visit.toPage(servers.address(), CASELOAD, requests);
    if (visits.isEmpty()) {
      report.beside("bytes of a visit", "not measured: there is no Chromium on this machine");
      return;
    }
    Visit first = visits.get(0);
    Visit again = visits.get(1);
    report.count(
        11,
        "first visit to the caseload",
        "≤ 150 KB, ≤ 5 requests",
        kilobytes(first.bytes()) + ", " + first.requests() + " requests",
        first.bytes() <= 150_000 && first.requests() <= 5);
    report.count(
        12,
        "repeat visit",
        "≤ 5 KB",
        kilobytes(again.bytes()) + ", " + again.requests() + " requests",
        again.bytes() <= 5_000);
  }

  private static String kilobytes(long bytes) {
    return Figures.number(bytes / 1000.0) + " KB";
  }

  private void answers(Answering answering) throws Exception {
    List<Double> limits = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    try (Inserts limit = new Inserts(servers.backstage(), 8)) {
      limit.perSecond(budget.seconds());
      for (int i = 0; i < budget.turns(); i++) {
        limits.add(limit.perSecond(budget.seconds()));
        turns.add(load.closed(8, budget.seconds(), answering::put));
      }
    }
    Figures limit = new Figures(limits);
    Figures rates = new Figures(turns.stream().map(Turn::perSecond).toList());
    checkSpread("one-row commits", limit);
    double share = rates.median() / limit.median();
    report.beside("one-row commits by JDBC, 8 connections", limit.text("/s"));
    report.beside("answers saved with audit, 8 connections", rates.text("/s"));
    report.beside(
        "an answer's latency at 8 connections",
        "p50 %s, p99 %s ms".formatted(text(turns, Turn::p50), text(turns, Turn::p99)));
    report.beside("Payara's processor time for one answer", text(turns, Turn::cpu) + " ms");
    report.goal(
        3,
        "durable answers with audit, share of one-row commits",
        "≥ 40 %",
        Math.round(share * 100) + " %",
        share >= 0.4);
  }

  private void checkSpread(String limit, Figures figures) {
    if (figures.spread() > MOST_SPREAD) {
      report.invalid("the limit (%s) spread by %.0f %%".formatted(limit, figures.spread() * 100));
    }
  }

  private static String text(List<Turn> turns, Function<Turn, Double> figure) {
    return Figures.number(figures(turns, figure).median());
  }

  private static Figures figures(List<Turn> turns, Function<Turn, Double> figure) {
    return new Figures(turns.stream().map(figure).toList());
  }

  private void inventories(Answering answering) throws IOException {
    List<Turn> opened = new ArrayList<>();
    List<Double> submitted = new ArrayList<>();
    for (int i = 0; i < budget.turns(); i++) {
      opened.add(load.closed(2, budget.seconds(), answering::open));
      submitted.add(answering.submitSome(servers, budget.quick() ? 4 : 60));
    }
    Figures submit = new Figures(submitted);
    Figures open = figures(opened, Turn::cpu);
    double both = open.median() + submit.median();
    report.beside("Payara's processor time for the page of questions", open.text("ms"));
    report.beside("Payara's processor time for a submit", submit.text("ms"));
    report.goal(
        7,
        "Payara's processor time for an inventory, page and submit",
        "≤ 2 ms",
        Figures.number(both) + " ms",
        both <= 2);
  }

  private void servlet(Requests requests, UUID therapist) throws Exception {
    UUID after =
        crowd
            .ids(
                "select client_id from caseload_line where therapist_id = '%s' order by name_key limit 1"
                    .formatted(therapist))
            .get(0);
    String sub = crowd.sub(therapist);
    byte[] page = requests.get(CASELOAD + "?sort=name&after=" + after);
    byte[] plain =
        requests.get("/health/bench?sub=%s&therapist=%s&after=%s".formatted(sub, therapist, after));
    try (Wire wire = new Wire(URI.create(servers.address()))) {
      byte[] bytes = wire.send(requests.getRaw(CASELOAD + "?sort=name&after=" + after));
      wire.send(joined(requests.putHead("/health/bench", bytes.length), bytes));
      report.beside(
          "bytes of a caseload's page",
          "%d, sent as %d; the servlet's sent as %d"
              .formatted(bytes.length, wire.send(page).length, wire.send(plain).length));
    }
    List<Turn> servlets = new ArrayList<>();
    List<Turn> pages = new ArrayList<>();
    load.closed(2, budget.seconds(), who -> plain);
    for (int i = 0; i < budget.turns(); i++) {
      servlets.add(load.closed(2, budget.seconds(), who -> plain));
      pages.add(load.closed(2, budget.seconds(), who -> page));
    }
    Figures limit = figures(servlets, Turn::p50);
    Figures ours = figures(pages, Turn::p50);
    checkSpread("plain servlet", limit);
    double ratio = ours.median() / limit.median();
    report.beside("plain servlet, p50", limit.text("ms"));
    report.beside("caseload, p50", ours.text("ms"));
    report.beside(
        "Payara's processor time: plain servlet, caseload",
        text(servlets, Turn::cpu) + " ms, " + text(pages, Turn::cpu) + " ms");
    report.goal(
        5,
        "caseload p50 against a plain servlet with the same SQL and bytes",
        "≤ 4 times",
        Figures.number(ratio) + " times",
        ratio <= 4);
  }

  private static byte[] joined(String head, byte[] body) {
    byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[first.length + body.length];
    System.arraycopy(first, 0, whole, 0, first.length);
    System.arraycopy(body, 0, whole, first.length, body.length);
    return whole;
  }

  private void caseloads(IntFunction<byte[]> few, IntFunction<byte[]> many, Turn alone)
      throws IOException {
    List<Turn> small = new ArrayList<>();
    List<Turn> large = new ArrayList<>();
    load.closed(4, budget.seconds(), many);
    for (int i = 0; i < budget.turns(); i++) {
      small.add(load.closed(4, budget.seconds(), few));
      large.add(load.closed(4, budget.seconds(), many));
    }
    Figures smallest = figures(small, Turn::p99);
    Figures largest = figures(large, Turn::p99);
    double rate = figures(small, Turn::perSecond).median() * 0.7;
    Turn steadySmall = load.open(16, budget.seconds(), rate, few);
    Turn steadyLarge = load.open(16, budget.seconds(), rate, many);
    report.beside("caseload of %,d, p99".formatted(budget.few()), smallest.text("ms"));
    report.beside("caseload of %,d, p99".formatted(budget.many()), largest.text("ms"));
    report.beside(
        "caseload of %,d before the larger one was there, p99".formatted(budget.few()),
        Figures.number(alone.p99()) + " ms");
    report.beside("caseloads a second, 4 connections", text(small, Turn::perSecond));
    report.beside(
        "p99 at a steady %s/s: smaller, larger".formatted(Figures.number(rate)),
        Figures.number(steadySmall.p99()) + " ms, " + Figures.number(steadyLarge.p99()) + " ms");
    double ratio = largest.median() / smallest.median();
    report.goal(
        1,
        "caseload p99, %,d clients against %,d".formatted(budget.many(), budget.few()),
        "≤ 1.3 times",
        Figures.number(ratio) + " times",
        ratio <= 1.3);
  }
}
