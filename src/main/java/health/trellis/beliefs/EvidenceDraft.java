package health.trellis.beliefs;

import health.trellis.kernel.Problems;
import java.time.LocalDate;

/**
 * Something that speaks for or against a belief, as it is added; it checks itself.
 *
 * @param words what it is, 1 to 1,000 characters
 * @param happenedOn the day on which it was seen or said
 */
public record EvidenceDraft(
    EvidenceSide side, String words, LocalDate happenedOn, EvidenceSource source) {
  private static final int TEXT = 1_000;

  public EvidenceDraft {
    words = words.strip();
    new Problems()
        .in("words", "evidence.words.missing", words.isEmpty())
        .in("words", "belief.text.long", words.length() > TEXT || words.indexOf('\0') >= 0)
        .refuse();
  }
}
