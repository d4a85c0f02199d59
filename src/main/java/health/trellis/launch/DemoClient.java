package health.trellis.launch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An invented client, as one line of {@link DemoClients} describes it.
 *
 * @param age in whole years today
 * @param language the client's, {@code en} or {@code de}
 * @param therapists who treats this client; perhaps nobody yet
 * @param course how the answers change
 * @param answered how many inventories were sent
 * @param weeks between two of them
 * @param now how the last one stands
 * @param notes what else is special
 */
record DemoClient(
    String name,
    int age,
    String language,
    List<DemoStaff> therapists,
    DemoCourse course,
    int answered,
    int weeks,
    Now now,
    Set<Note> notes) {
  private static final int COLUMNS = 9;

  /** How the inventory given last stands today. */
  enum Now {
    /** All were sent and reviewed. */
    REST,
    /** The last one was sent and waits for the therapist. */
    REVIEW,
    /** One is due in a few days. */
    WAITING,
    /** One is due in a few days and answered in part. */
    PARTLY,
    /** One should have been sent days ago. */
    OVERDUE,
    /** The client stopped coming; the last one was taken back. */
    GONE
  }

  /** What few clients have. */
  enum Note {
    /** The client may read the last result. */
    RELEASED,
    /** Now and then the client prefers not to say, so often that a subscale has no score. */
    DECLINES,
    /** Signs in to the portal. */
    PORTAL,
    /** The first note is written with the practice's own template. */
    TEMPLATE
  }

  /** Reads a line of nine columns. */
  static DemoClient of(String line) {
    List<String> columns = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    if (columns.size() != COLUMNS) {
      throw new IllegalArgumentException("not a line of nine columns: " + line);
    }
    return new DemoClient(
        columns.get(0),
        Integer.parseInt(columns.get(1)),
        columns.get(2),
        words(columns.get(3)).map(DemoStaff::valueOf).toList(),
        DemoCourse.valueOf(columns.get(4).toUpperCase(Locale.ROOT)),
        Integer.parseInt(columns.get(5)),
        Integer.parseInt(columns.get(6)),
        Now.valueOf(columns.get(7).toUpperCase(Locale.ROOT)),
        Set.copyOf(words(columns.get(8)).map(Note::valueOf).toList()));
  }

  private static Stream<String> words(String column) {
    return Stream.of(column.toUpperCase(Locale.ROOT).split(" ", -1)).filter(w -> !w.isEmpty());
  }
}
