package health.trellis.bench;

import health.trellis.launch.DrivenServers;
import health.trellis.launch.Installation;
import health.trellis.launch.Progress;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code mvn -Pbench -Dbench.main=health.trellis.bench.NotesBench} runs: the pages of notes
 * and the search among few notes, among very many, and among few again. It writes {@code
 * docs/speed-of-notes.md}, and ends after half an hour at the latest.
 */
public final class NotesBench {
  private static final long MOST_MINUTES = 30;
  private static final int THERAPISTS = 20;
  private static final int CONNECTIONS = 2;

  /** What docs/operate.md advises for a server with 8 GB of memory. */
  private static final String SHARED_BUFFERS = "2GB";

  private static final Pattern SEARCH = Pattern.compile("q=([0-9a-f-]{36})");

  /** Words by how often they are used; each therapist looks for each of them. */
  private static final List<List<Integer>> SEARCHES =
      List.of(
          List.of(1),
          List.of(30),
          List.of(200),
          List.of(800),
          List.of(2500),
          List.of(3, 400),
          List.of(50, 1200));

  /** What is asked for. */
  private enum Page {
    LIST("a client's notes", 1.3),
    NOTE("one note", 1.3),
    SEARCH("search over one's own clients' notes", 2),
    DESK("the desk, which shows no notes, to tell drift apart", 0);

    private final String words;
    private final double most;

    Page(String words, double most) {
      this.words = words;
      this.most = most;
    }
  }

  private final Progress progress = Progress.console();
  private final Installation here = Installation.here();
  private final Path folder = here.base().resolve("target/bench");
  private final Budget budget = Budget.of(Boolean.getBoolean("bench.quick"));
  private final List<UUID> therapists = new ArrayList<>();
  private final List<Requests> requests = new ArrayList<>();
  private final List<List<String>> searches = new ArrayList<>();

  /** Measures once; ends with 1 where it could not. */
  public static void main(String[] arguments) throws Exception {
    Machine.endAfter(MOST_MINUTES);
    new NotesBench().run();
  }

  private void run() throws Exception {
    double before = Machine.quietLoad(budget);
    Files.createDirectories(folder.resolve("tmp"));
    System.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
    DrivenServers servers = DrivenServers.start(folder.resolve("data"), progress);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    try (servers) {
      servers.startDatabaseWith(SHARED_BUFFERS);
      servers.startPayaraForLoad(here.war());
      Notebooks notebooks = Notebooks.prepare(servers.backstage());
      signIn(servers, notebooks);
      int few = 1_000;
      int many = budget.quick() ? 5_000 : 100_000;
      Validity.Watch watch = Validity.Watch.begin(before);
      Map<Page, List<Turn>> small = measure(servers, notebooks, few, true);
      Map<Page, List<Turn>> large = measure(servers, notebooks, many, false);
      String size = notebooks.size();
      Map<Page, List<Turn>> again = measure(servers, notebooks, few, false);
      again.forEach((page, turns) -> small.get(page).addAll(turns));
      write(small, large, few, many, size, watch.end());
    }
  }

  private void signIn(DrivenServers servers, Notebooks notebooks) throws Exception {
    for (int i = 1; i <= THERAPISTS; i++) {
      String name = "notes" + i;
      therapists.add(notebooks.addTherapist(servers.backstage().addPerson(name)));
      Visitor visitor =
          Visitor.signIn(
              URI.create(servers.address()),
              "/therapist/desk.xhtml",
              name,
              servers.backstage().passwordOf(name));
      requests.add(new Requests(visitor));
      searches.add(searches(visitor, notebooks));
    }
  }

  /** What this therapist looked for, by the ids under which the server keeps it. */
  private static List<String> searches(Visitor visitor, Notebooks notebooks)
      throws IOException, SQLException {
    List<String> ids = new ArrayList<>();
    for (List<Integer> ranks : SEARCHES) {
      List<String> words = new ArrayList<>();
      for (int rank : ranks) {
        words.add(notebooks.word(rank));
      }
      HttpResponse<String> answer =
          visitor.post("/therapist/note-search", Map.of("text", String.join(" ", words)));
      Matcher id = SEARCH.matcher(answer.headers().firstValue("Location").orElse(""));
      if (!id.find()) {
        throw new IOException("the search was not taken: " + answer.statusCode());
      }
      ids.add(id.group(1));
    }
    return ids;
  }

  private Map<Page, List<Turn>> measure(
      DrivenServers servers, Notebooks notebooks, int clients, boolean cold) throws Exception {
    progress.step(
        "%,d notes on %,d clients".formatted(clients * Notebooks.NOTES_OF_A_CLIENT, clients),
        () -> {
          notebooks.fill(clients, therapists);
          return clients;
        });
    Map<Page, List<List<byte[]>>> all = all(notebooks);
    Load load = new Load(servers.address(), servers.payara());
    for (int i = 0; i < (cold ? 3 : 1); i++) {
      for (Page page : Page.values()) {
        load.closed(CONNECTIONS, budget.seconds(), who -> any(all.get(page)));
      }
    }
    Map<Page, List<Turn>> turns = new EnumMap<>(Page.class);
    for (int i = 0; i < budget.turns(); i++) {
      for (Page page : Page.values()) {
        Turn turn = load.closed(CONNECTIONS, budget.seconds(), who -> any(all.get(page)));
        turns.computeIfAbsent(page, first -> new ArrayList<>()).add(turn);
        progress.say(
            "    %s: p50 %s, p99 %s ms"
                .formatted(page.words, Figures.number(turn.p50()), Figures.number(turn.p99())));
      }
    }
    return turns;
  }

  /** Every request of each kind, by therapist. */
  private Map<Page, List<List<byte[]>>> all(Notebooks notebooks) throws SQLException {
    Map<Page, List<List<byte[]>>> all = new EnumMap<>(Page.class);
    for (Page page : Page.values()) {
      all.put(page, new ArrayList<>());
    }
    for (int i = 0; i < THERAPISTS; i++) {
      Requests own = requests.get(i);
      List<byte[]> lists = new ArrayList<>();
      List<byte[]> notes = new ArrayList<>();
      for (String client : notebooks.clients(therapists.get(i))) {
        lists.add(own.get("/therapist/notes/list.xhtml?client=" + client));
        for (String note : notebooks.notes(client)) {
          notes.add(own.get("/therapist/notes/read.xhtml?client=" + client + "&note=" + note));
        }
      }
      all.get(Page.LIST).add(lists);
      all.get(Page.NOTE).add(notes);
      all.get(Page.SEARCH)
          .add(
              searches.get(i).stream()
                  .map(id -> own.get("/therapist/notes/search.xhtml?q=" + id))
                  .toList());
      all.get(Page.DESK).add(List.of(own.get("/therapist/desk.xhtml")));
    }
    return all;
  }

  private static byte[] any(List<List<byte[]>> all) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    List<byte[]> own = all.get(random.nextInt(all.size()));
    return own.get(random.nextInt(own.size()));
  }

  private void write(
      Map<Page, List<Turn>> small,
      Map<Page, List<Turn>> large,
      int few,
      int many,
      String size,
      Validity validity)
      throws IOException {
    List<String> rows =
        Stream.of(Page.values())
            .flatMap(
                page ->
                    Stream.of(
                        row(page, "p50", p50(small.get(page)), p50(large.get(page)), validity),
                        row(page, "p99", p99(small.get(page)), p99(large.get(page)), validity)))
            .toList();
    rows.forEach(progress::say);
    Path file =
        here.base()
            .resolve(budget.quick() ? "target/bench/speed-of-notes.md" : "docs/speed-of-notes.md");
    Files.writeString(
        file,
        """
        # Speed of notes

        Written by `mvn -Pbench -Dbench.main=health.trellis.bench.NotesBench`; never edited by hand.

        %s

        | page | | %,d notes | %,d notes | ratio | must | verdict |
        |---|---|---|---|---|---|---|
        %s

        The notes and their words took %s on disk.

        ## Method

        One run fills the database with %d notes of about 2 kB on each of %,d clients, measures,
        replaces them by as many on each of %,d clients, measures, and does the first again; the
        figures of the smaller size are those before and after together. The notes are made by SQL
        with the triggers off, out of %,d invented texts; their words are those of the database's own
        function. Each therapist has %d clients; %d therapists are signed in and ask for a random
        page of their own, by %d connections that wait for each answer. PostgreSQL has %s of shared
        buffers, as docs/operate.md advises for a server with 8 GB of memory. A search looks for one or
        two words that stand in most notes, in some, or in hardly any, and shows the first page of
        finds with excerpts. Each figure is the median of the turns of %s seconds, %d at each size,
        after a warm-up, and ± is half of the distance between the least and the most. The desk shows no
        notes: its ratio says how much the machine drifted.

        A search reads the notes of one's own clients and no index over everybody's words
        ([decision 19](decisions/0019-search-notes-beside-the-note.md)), so that its cost follows the
        caseload of who searches, and not the size of the clinic.
        """
            .formatted(
                validity.describe(),
                few * Notebooks.NOTES_OF_A_CLIENT,
                many * Notebooks.NOTES_OF_A_CLIENT,
                String.join("\n", rows),
                size,
                Notebooks.NOTES_OF_A_CLIENT,
                few,
                many,
                Notebooks.TEXTS,
                Notebooks.CLIENTS_OF_A_THERAPIST,
                THERAPISTS,
                CONNECTIONS,
                SHARED_BUFFERS,
                Figures.number(budget.seconds()),
                budget.turns()));
    progress.say("Written to " + here.base().relativize(file) + ".");
  }

  private static String row(Page page, String what, Figures few, Figures many, Validity validity) {
    double ratio = many.median() / few.median();
    return "| %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            page.words,
            what,
            few.text("ms"),
            many.text("ms"),
            Figures.number(ratio),
            page.most == 0 ? "" : "≤ " + page.most,
            page.most == 0 ? "" : validity.verdict(ratio <= page.most));
  }

  private static Figures p50(List<Turn> turns) {
    return new Figures(turns.stream().map(Turn::p50).toList());
  }

  private static Figures p99(List<Turn> turns) {
    return new Figures(turns.stream().map(Turn::p99).toList());
  }
}
