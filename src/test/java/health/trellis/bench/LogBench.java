package health.trellis.bench;

import health.trellis.launch.DrivenServers;
import health.trellis.launch.Installation;
import health.trellis.launch.Progress;
import health.trellis.launch.SealKey;
import health.trellis.seal.Anchors;
import health.trellis.seal.Report;
import health.trellis.seal.SealingKey;
import health.trellis.seal.Verifier;
import health.trellis.testkit.Statements;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * What {@code mvn -Pbench -Dbench.main=health.trellis.bench.LogBench} runs: the review of a log of
 * ten million acts, recording while it is sealed, checking all of it, and a page with its acts
 * against the same page without. It writes {@code docs/speed-of-log.md}, and ends after forty
 * minutes at the latest.
 */
public final class LogBench {
  private static final long MOST_MINUTES = 40;
  private static final int MOST_STATEMENTS = 3;
  private static final int MOST_MILLIS = 100;
  private static final int RATE = 2_000;
  private static final int RECORDERS = 8;
  private static final int CONNECTIONS = 2;

  private final Progress progress = Progress.console();
  private final Installation here = Installation.here();
  private final Path folder = here.base().resolve("target/bench");
  private final Budget budget = Budget.of(Boolean.getBoolean("bench.quick"));
  private final int acts = Integer.getInteger("bench.acts", budget.quick() ? 100_000 : 10_000_000);
  private final int looks = budget.quick() ? 20 : 200;
  private final double recording = budget.quick() ? 5 : 60;
  private final List<String> reviewed = new ArrayList<>();
  private final List<String> bounds = new ArrayList<>();

  /** Measures once; ends with 1 where it could not. */
  public static void main(String[] arguments) throws Exception {
    Machine.endAfter(MOST_MINUTES);
    new LogBench().run();
  }

  private void run() throws Exception {
    double load = Machine.quietLoad(budget);
    Files.createDirectories(folder.resolve("tmp"));
    System.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
    DrivenServers servers = DrivenServers.start(folder.resolve("data"), progress);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    try (servers) {
      servers.startDatabaseWith("2GB");
      servers.startPayaraForLoad(here.war());
      LongLog log = new LongLog(servers.backstage());
      log.write(acts, progress);
      progress.say("All acts are sealed %.0f s later".formatted(untilSealed(log)));
      Validity.Watch watch = Validity.Watch.begin(load);
      review(servers, log);
      record(servers, log);
      verify(servers);
      audit(servers, log);
      write(watch.end());
    }
  }

  /** Waits until the program that seals has nothing left to do; says for how many seconds. */
  private static double untilSealed(LongLog log) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    while (log.all(
            "select 1 from audit_event where (era, tx) >= (select era, tx_to from audit_batch"
                + " order by number desc limit 1) limit 1")
        .contains("1")) {
      Thread.sleep(500);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void review(DrivenServers servers, LongLog log) throws Exception {
    Requests requests = requests(servers, "admin", "/admin/audit/list.xhtml");
    String person = log.all("select id from person where sub = 'log 7'").get(0);
    String client = log.all("select id from client where name = 'Bench Client 7'").get(0);
    String middle = log.all("select id from audit_event order by id offset 1000 limit 1").get(0);
    String days =
        log.all(
                "select '&from=' || min(at)::date + 1 || '&until=' || min(at)::date + 3 from audit_event")
            .get(0);
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("the latest", "");
    addresses.put("those before the thousandth", "&after=" + middle);
    addresses.put("three days, the first", days);
    addresses.put("of one person", "&person=" + person);
    addresses.put("of one person, what was refused", "&outcome=REFUSED&person=" + person);
    addresses.put("about one client", "&client=" + client);
    addresses.put("about one client, what was refused", "&outcome=REFUSED&client=" + client);
    addresses.put("what was added", "&kind=ADDED");
    addresses.put("what was refused", "&outcome=REFUSED");
    addresses.put("what failed, which is nothing", "&outcome=FAILED");
    Statements counter = new Statements(servers.backstage().databaseLog());
    double worst = 0;
    int most = 0;
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      byte[] page = requests.get("/admin/audit/list.xhtml?" + each.getValue());
      try (Wire wire = new Wire(URI.create(servers.address()))) {
        servers.backstage().logStatements(true);
        wire.send(page);
        int statements = counter.of(() -> wire.send(page)).size();
        servers.backstage().logStatements(false);
        double[][] times = times(servers, wire, page);
        double p95 = Figures.percentile(times[0], 95);
        reviewed.add(
            "| %s | %s | %s | %s | %d |"
                .formatted(
                    each.getKey(),
                    Figures.number(Figures.percentile(times[0], 50)) + " ms",
                    Figures.number(p95) + " ms",
                    Figures.number(Figures.percentile(times[1], 95)) + " ms",
                    statements));
        progress.say(reviewed.get(reviewed.size() - 1));
        worst = Math.max(worst, p95);
        most = Math.max(most, statements);
      }
    }
    bound("statements of a page", "at most " + MOST_STATEMENTS, most + "", most <= MOST_STATEMENTS);
    bound(
        "database time of a page, p95 of the slowest",
        "at most %d ms".formatted(MOST_MILLIS),
        Figures.number(worst) + " ms",
        worst <= MOST_MILLIS);
  }

  /** Milliseconds of the database and of the whole answer, look by look. */
  private double[][] times(DrivenServers servers, Wire wire, byte[] page) throws Exception {
    double[][] times = new double[2][looks];
    try (DatabaseTime database = new DatabaseTime(servers.backstage())) {
      wire.send(page);
      Thread.sleep(200); // connections learn what they log as they are used
      wire.send(page);
      database.skip();
      for (int i = 0; i < looks; i++) {
        long start = System.nanoTime();
        wire.send(page);
        times[1][i] = (System.nanoTime() - start) / 1e6;
        times[0][i] = database.millis();
      }
    }
    return times;
  }

  private void record(DrivenServers servers, LongLog log) throws Exception {
    String before = log.all("select max(id) from audit_event").get(0);
    try (Recorders recorders = new Recorders(servers.backstage(), RECORDERS)) {
      recorders.run(LongLog.RECORDER, budget.seconds(), RATE);
      double kept = recorders.run(LongLog.RECORDER, recording, RATE);
      untilSealed(log);
      double lag =
          Double.parseDouble(
              log.all(
                      "select percentile_cont(0.99) within group (order by extract(epoch from b.sealed_at - e.at))"
                          + " from audit_event e join audit_batch b on b.era = e.era and e.tx >= b.tx_from"
                          + " and e.tx < b.tx_to where e.id > "
                          + before)
                  .get(0));
      double limit = recorders.run(LongLog.RECORDER, budget.seconds() * 2, 0);
      bound(
          "acts recorded a second while the log is sealed, for %.0f s".formatted(recording),
          "at least %,d".formatted(RATE),
          "%,.0f of %,d asked for; %,.0f at most".formatted(kept, RATE, limit),
          kept >= RATE * 0.995);
      bound("from an act to its seal, p99", "at most 2 s", Figures.number(lag) + " s", lag <= 2);
    }
  }

  private void verify(DrivenServers servers) throws Exception {
    try (Connection sealer = servers.backstage().asSealer()) {
      SealingKey key = SealKey.read(folder.resolve("data/seal-key.pem"));
      Anchors anchors = new Anchors(folder.resolve("data/anchors.log"));
      ProcessHandle database = ProcessHandle.of(backend(sealer)).orElseThrow();
      double worked = processorTime(database);
      long start = System.nanoTime();
      Report report = new Verifier(sealer, key.open(), anchors).verify();
      double took = (System.nanoTime() - start) / 1e9;
      worked = processorTime(database) - worked;
      if (!report.sound()) {
        throw new IllegalStateException("the log is not sound: " + report.findings());
      }
      double rate = report.events() / worked;
      bound(
          "events checked a second of one core",
          "at least 60,000",
          "%,.0f (%,d in %.0f s of processor time); %,.0f a second of the clock"
              .formatted(rate, report.events(), worked, report.events() / took),
          rate >= 60_000);
    }
  }

  private static long backend(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  /** Seconds that this process and one of PostgreSQL have worked, on all cores together. */
  private static double processorTime(ProcessHandle database) {
    return Stream.of(ProcessHandle.current(), database)
        .map(each -> each.info().totalCpuDuration().orElseThrow())
        .mapToDouble(each -> each.toNanos() / 1e9)
        .sum();
  }

  /** A page with its acts, and without, by turns. */
  private void audit(DrivenServers servers, LongLog log) throws Exception {
    log.alone(
        "create function keep_nothing() returns trigger language plpgsql as 'begin return null; end'");
    byte[] page =
        requests(servers, "therapist", "/therapist/caseload.xhtml")
            .get("/therapist/caseload.xhtml");
    Load load = new Load(servers.address(), servers.payara());
    load.closed(CONNECTIONS, budget.seconds() * 2, who -> page);
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int i = 0; i < budget.turns(); i++) {
      with.add(load.closed(CONNECTIONS, budget.seconds(), who -> page).p50());
      log.alone(
          "create trigger a_keep_nothing before insert on audit_event for each row execute function keep_nothing()");
      without.add(load.closed(CONNECTIONS, budget.seconds(), who -> page).p50());
      log.alone("drop trigger a_keep_nothing on audit_event");
    }
    bounds.add(
        "| the caseload, p50, with its acts against the same without | – | %s against %s: %s | – |"
            .formatted(
                new Figures(with).text("ms"),
                new Figures(without).text("ms"),
                Figures.number(new Figures(with).median() / new Figures(without).median())));
    progress.say(bounds.get(bounds.size() - 1));
  }

  private static Requests requests(DrivenServers servers, String user, String page)
      throws IOException {
    return new Requests(
        Visitor.signIn(
            URI.create(servers.address()), page, user, servers.backstage().passwordOf(user)));
  }

  private void bound(String what, String must, String measured, boolean met) {
    bounds.add("| %s | %s | %s | %s |".formatted(what, must, measured, met ? "met" : "missed"));
    progress.say(bounds.get(bounds.size() - 1));
  }

  private void write(Validity validity) throws IOException {
    Path file =
        here.base()
            .resolve(budget.quick() ? "target/bench/speed-of-log.md" : "docs/speed-of-log.md");
    Files.writeString(
        file,
        """
        # Speed of the audit log

        Written by `mvn -Pbench -Dbench.main=health.trellis.bench.LogBench`; never edited by hand.

        %s

        | what | must | measured | verdict |
        |---|---|---|---|
        %s

        ## The review of %,d acts

        | what is asked for | database, p50 | database, p95 | whole answer, p95 | statements |
        |---|---|---|---|---|
        %s

        ## Method

        A log is invented: acts of 40 of the staff about 2,000 clients of one clinic, three seconds apart,
        10,000 in each transaction, written as the superuser with the triggers at rest, and sealed. The
        processes are the launcher's, with 2 GB of shared buffers, all on this machine.

        Each page of the review is asked for %d times, one after the other, by one administrator. What the
        database took is the sum of what PostgreSQL logs for all of the request: parsing, planning, running,
        and the commit; each look is also recorded, about every client whom it names. Statements are counted
        as PostgreSQL logs them, without those that begin and end the transaction.

        Recording: %d connections, each act a transaction that says who acts, writes one act and is committed
        to the disk, at a steady rate, while the launcher's own sealing runs. From an act to its seal is from
        the act's `at` to its batch's `sealed_at`. Checking is the whole of what `VerifyLog` does, on one
        connection; a second of one core is a second of processor time of Java and of its process of
        PostgreSQL together, with Java's compiling and collecting. The caseload's page, 24 acts a look, is asked for by %d
        connections in %d turns of %s seconds each, by turns with a trigger that lets no act be kept and
        without it; what it costs to ask the database to keep them is in both.
        """
            .formatted(
                validity.describe(),
                String.join("\n", bounds),
                acts,
                String.join("\n", reviewed),
                looks,
                RECORDERS,
                CONNECTIONS,
                budget.turns(),
                Figures.number(budget.seconds())));
    progress.say("Written to " + here.base().relativize(file) + ".");
  }
}
