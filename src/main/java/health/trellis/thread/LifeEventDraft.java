package health.trellis.thread;

import health.trellis.kernel.Problems;
import java.time.LocalDate;

/**
 * Something that happened in a client's life, as it is noted; it checks itself.
 *
 * @param words what it was, 1 to 200 characters
 */
public record LifeEventDraft(LocalDate happenedOn, String words) {
  private static final int TEXT = 200;

  public LifeEventDraft {
    words = words.strip().replaceAll("\\s+", " ");
    new Problems()
        .in("words", "event.words.missing", words.isEmpty())
        .in("words", "event.words.long", words.length() > TEXT || words.indexOf('\0') >= 0)
        .refuse();
  }
}
