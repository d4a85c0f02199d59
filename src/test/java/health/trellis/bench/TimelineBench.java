package health.trellis.bench;

import health.trellis.launch.DrivenServers;
import health.trellis.launch.Installation;
import health.trellis.launch.Progress;
import health.trellis.testkit.Statements;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * What {@code mvn -Pbench -Dbench.main=health.trellis.bench.TimelineBench} runs: the timeline of a
 * client who came for three weeks, for a year, and for five years. It writes {@code
 * docs/speed-of-timeline.md}, and ends after ten minutes at the latest.
 */
public final class TimelineBench {
  private static final long MOST_MINUTES = 10;
  private static final int CONNECTIONS = 2;
  private static final int MOST_STATEMENTS = 5;
  private static final List<Integer> WEEKS = List.of(3, 52, 260);

  /**
   * One timeline as it was measured.
   *
   * @param bytes of the page, and as it is sent
   */
  private record Measured(
      int weeks, int ratings, List<Turn> turns, int statements, int bytes, int sent) {}

  private final Progress progress = Progress.console();
  private final Installation here = Installation.here();
  private final Path folder = here.base().resolve("target/bench");
  private final Budget budget = Budget.of(Boolean.getBoolean("bench.quick"));

  /** Measures once; ends with 1 where it could not. */
  public static void main(String[] arguments) throws Exception {
    Machine.endAfter(MOST_MINUTES);
    new TimelineBench().run();
  }

  private void run() throws Exception {
    double load = Machine.quietLoad(budget);
    Files.createDirectories(folder.resolve("tmp"));
    System.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
    DrivenServers servers = DrivenServers.start(folder.resolve("data"), progress);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    try (servers) {
      servers.startPayaraForLoad(here.war());
      Courses courses = new Courses(servers.backstage());
      UUID therapist = courses.addTherapist(servers.backstage().addPerson("timeline"));
      Map<Integer, UUID> clients = new LinkedHashMap<>();
      for (int weeks : WEEKS) {
        clients.put(weeks, courses.addClient(therapist, weeks));
      }
      Requests requests =
          new Requests(
              Visitor.signIn(
                  URI.create(servers.address()),
                  "/therapist/desk.xhtml",
                  "timeline",
                  servers.backstage().passwordOf("timeline")));
      Validity.Watch watch = Validity.Watch.begin(load);
      Map<Integer, List<Turn>> turns = measure(servers, requests, clients);
      Validity validity = watch.end();
      List<Measured> all = new ArrayList<>();
      for (int weeks : WEEKS) {
        UUID client = clients.get(weeks);
        all.add(count(servers, requests, client, weeks, courses.ratings(client), turns.get(weeks)));
      }
      write(all, validity);
    }
  }

  private Map<Integer, List<Turn>> measure(
      DrivenServers servers, Requests requests, Map<Integer, UUID> clients) throws IOException {
    Load load = new Load(servers.address(), servers.payara());
    Map<Integer, byte[]> pages = new LinkedHashMap<>();
    clients.forEach((weeks, client) -> pages.put(weeks, requests.get(address(client))));
    for (int i = 0; i < 3; i++) {
      for (byte[] page : pages.values()) {
        load.closed(CONNECTIONS, budget.seconds(), who -> page);
      }
    }
    Map<Integer, List<Turn>> turns = new LinkedHashMap<>();
    for (int i = 0; i < budget.turns(); i++) {
      for (Map.Entry<Integer, byte[]> page : pages.entrySet()) {
        Turn turn = load.closed(CONNECTIONS, budget.seconds(), who -> page.getValue());
        turns.computeIfAbsent(page.getKey(), first -> new ArrayList<>()).add(turn);
        progress.say(
            "    %d weeks: p50 %s, p99 %s ms"
                .formatted(page.getKey(), Figures.number(turn.p50()), Figures.number(turn.p99())));
      }
    }
    return turns;
  }

  private static String address(UUID client) {
    return "/therapist/thread/timeline.xhtml?client=" + client;
  }

  private static Measured count(
      DrivenServers servers,
      Requests requests,
      UUID client,
      int weeks,
      int ratings,
      List<Turn> turns)
      throws Exception {
    Statements counter = new Statements(servers.backstage().databaseLog());
    servers.backstage().logStatements(true);
    try (Wire wire = new Wire(URI.create(servers.address()))) {
      wire.send(requests.get(address(client))); // Connections that were idle are checked first.
      int statements = counter.of(() -> wire.send(requests.get(address(client)))).size();
      return new Measured(
          weeks,
          ratings,
          turns,
          statements,
          wire.send(requests.getRaw(address(client))).length,
          wire.send(requests.get(address(client))).length);
    } finally {
      servers.backstage().logStatements(false);
    }
  }

  private void write(List<Measured> all, Validity validity) throws IOException {
    Path file =
        here.base()
            .resolve(
                budget.quick() ? "target/bench/speed-of-timeline.md" : "docs/speed-of-timeline.md");
    Measured first = all.get(0);
    List<String> rows = all.stream().map(each -> row(each, first)).toList();
    rows.forEach(progress::say);
    int most = all.stream().mapToInt(Measured::statements).max().orElseThrow();
    Files.writeString(
        file,
        """
        # Speed of the timeline

        Written by `mvn -Pbench -Dbench.main=health.trellis.bench.TimelineBench`; never edited by hand.

        %s

        | weeks | sessions with notes | ratings | p50 | p99 | p50 against %d weeks | Payara's processor | bytes, sent as | statements |
        |---|---|---|---|---|---|---|---|---|
        %s

        The bound: at most %d statements, however much there is: **%s** (%d). No bound is set for times.

        ## Method

        Three clients of one therapist come once a week, for %s weeks; in each week there is a session
        with a signed note, and %d ratings: of two beliefs, and of three goals from 0 to 10. All of it is
        asked for: the whole period, every series, the drawing, and the latest rows of the table. %d
        connections wait for each answer. Figures are medians of %d turns of %s seconds, the three
        clients by turns after a warm-up, and ± is half of the distance between the least and the most.
        Statements are counted as PostgreSQL logs them, without those that begin and end the transaction.
        """
            .formatted(
                validity.describe(),
                first.weeks(),
                String.join("\n", rows),
                MOST_STATEMENTS,
                most <= MOST_STATEMENTS ? "met" : "missed",
                most,
                String.join(", ", WEEKS.stream().map(String::valueOf).toList()),
                Courses.RATINGS_A_WEEK,
                CONNECTIONS,
                budget.turns(),
                Figures.number(budget.seconds())));
    progress.say("Written to " + here.base().relativize(file) + ".");
  }

  private static String row(Measured each, Measured first) {
    double ratio =
        figures(each.turns(), Turn::p50).median() / figures(first.turns(), Turn::p50).median();
    return "| %d | %d | %,d | %s | %s | %s | %s | %,d, %,d | %d |"
        .formatted(
            each.weeks(),
            each.weeks(),
            each.ratings(),
            figures(each.turns(), Turn::p50).text("ms"),
            figures(each.turns(), Turn::p99).text("ms"),
            Figures.number(ratio),
            figures(each.turns(), Turn::cpu).text("ms"),
            each.bytes(),
            each.sent(),
            each.statements());
  }

  private static Figures figures(List<Turn> turns, ToDoubleFunction<Turn> of) {
    return new Figures(turns.stream().map(turn -> of.applyAsDouble(turn)).toList());
  }
}
