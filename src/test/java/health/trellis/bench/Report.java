package health.trellis.bench;

import health.trellis.launch.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run found: said line by line, and written to {@code docs/speed.md} at the end. */
final class Report {
  private final Progress progress;
  private final Budget budget;
  private final List<String> goals = new ArrayList<>();
  private final List<String> beside = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  Report(Progress progress, Budget budget) {
    this.progress = progress;
    this.budget = budget;
  }

  /** Something that makes the figures of this run no ground for a verdict. */
  void invalid(String why) {
    faults.add(why);
    progress.say("INVALID: " + why);
  }

  /** A goal with its bound; times are worth nothing in a run that is invalid. */
  void goal(int number, String what, String must, String measured, boolean met) {
    row(number, what, must, measured, faults.isEmpty() ? verdict(met) : "invalid run");
  }

  /** A goal whose figure is a count, which no other program on the machine can change. */
  void count(int number, String what, String must, String measured, boolean met) {
    row(number, what, must, measured, verdict(met));
  }

  private void row(int number, String what, String must, String measured, String verdict) {
    goals.add("| %d | %s | %s | %s | %s |".formatted(number, what, must, measured, verdict));
    progress.say("%2d  %s: %s (must %s): %s".formatted(number, what, measured, must, verdict));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "missed";
  }

  /** A figure that no goal asks for. */
  void beside(String what, String measured) {
    beside.add("| %s | %s |".formatted(what, measured));
    progress.say("    %s: %s".formatted(what, measured));
  }

  /** The statements of one kind of request. */
  void statements(String request, List<String> all) {
    statements.add("| %s | %d |".formatted(request, all.size()));
    progress.say("    %s: %d statements".formatted(request, all.size()));
    all.forEach(sql -> progress.say("        " + sql.substring(0, Math.min(100, sql.length()))));
  }

  /** Writes the document; a quick run writes it beside the others' work, for it proves nothing. */
  void write(Path base, double load, double others) throws IOException {
    Path file = base.resolve(budget.quick() ? "target/bench/speed.md" : "docs/speed.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text(load, others));
    progress.say("Written to " + base.relativize(file) + ".");
  }

  private String text(double load, double others) throws IOException {
    String validity =
        faults.isEmpty()
            ? "The run is valid."
            : "**The run is invalid**: "
                + String.join("; ", faults)
                + ". Its times and ratios are shown, and prove nothing; bytes and statements hardly"
                + " vary and stand.";
    return """
        # Speed

        Written by `mvn -Pbench`; never edited by hand.

        %s on %s.
        Load average before the start %s; other programs used %.0f %% of the processors while it \
        measured. %s

        | goal | what | must | measured | verdict |
        |---|---|---|---|---|
        %s

        ## Beside the goals

        | what | measured |
        |---|---|
        %s

        ## Statements of one request

        As PostgreSQL logs them, without those that begin and end the transaction. The roles of a
        person are asked once more where they were not in the last two seconds.

        | request | statements |
        |---|---|
        %s

        ## True by construction

        - A page of the caseload reads neighbouring entries of one index, however many clients there
          are; nothing is counted and no rows are skipped
          ([decision 4](decisions/0004-keep-the-caseload-as-a-read-model.md)).
        - Read pages hold no view state, except the form with which a therapist reviews and releases
          a result.
        - The inventory is one component, and an answer is one small request and one statement that
          writes it and its act ([decisions 7](decisions/0007-lock-answers-in-the-database.md) and
          [8](decisions/0008-ask-by-one-component.md)).
        - Style sheets and scripts carry the hash of their content in their address and are fetched
          once.

        ## Method

        One run starts PostgreSQL, Keycloak and Payara with the launcher's own classes and settings
        on this machine, with the data in `target/bench`. What is compared is measured in turn,
        A-B-A-B, %d times %s seconds each after a warm-up, with the same load; a figure is the
        median of its turns, and ± is half of the distance between the least and the most. Verdicts
        rest on ratios within the run. A run that begins with a load average above 1, whose limit
        spreads more than 20 %%, or beside which others use more than 10 %% of the processors is
        invalid. The load generator shares the cores with the servers and speaks HTTP by hand, so
        that it costs little. Processor time is Payara's own, from `/proc`.

        - Goal 1: one therapist has 10,000 clients, another 1,000,000, in one database; pages by
          all three sorts from random places, four connections. The open loop sends at 70 %% of the
          smaller caseload's peak, and counts from the moment a request was due. Rows were inserted
          with the row triggers off, so that the audit log holds no events of them.
        - Goal 3: eight signed-in clients answer one question after the other, each in an inventory
          of their own; the limit is eight connections that insert one row a commit by JDBC.
        - Goal 5: the plain servlet lives in a copy of the WAR; it runs the same three statements by
          bare JDBC on the same pool and writes the page's own bytes. Two connections.
        - Goal 7: the page with all questions and the submit, one after the other.
        - Goal 8: the WAR as it is shipped, from the start of the process to a page, with the options
          of the launcher (the first compiler alone and the serial collector, for a quick start). All
          other goals with both compilers and Java's own choice of a collector, as in `docker/`.
        - Goal 11 and 12: Chromium, signed in, empty cache, headers included; then once more.
        - Goal 14: counted, as are bytes.

        ## Not measured

        Goals 2 (deep against first page: goal 1 mixes all depths), 4 and 6 (against LimeSurvey,
        which is not on this machine), 9 (ten minutes of load; the memory after this run stands
        above), 10, 13, 15, 16 and 17 (sealing and verifying are not built yet), 18, 19 and 20: each
        needs more time or parts than this first benchmark has.
        """
        .formatted(
            LocalDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' '),
            Machine.describe(),
            String.format(Locale.ROOT, "%.2f", load),
            others * 100,
            validity,
            String.join("\n", goals),
            String.join("\n", beside),
            String.join("\n", statements),
            budget.turns(),
            Figures.number(budget.seconds()));
  }
}
