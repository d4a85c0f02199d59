package health.trellis.beliefs;

import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Where evidence comes from. A record is named by its id alone; what it is called is known where
 * records are put beside each other.
 *
 * @param note the session note of kind NOTE
 * @param assignment the submitted inventory of kind ITEM
 * @param item the code of its item
 * @param experiment the experiment with the same belief of kind EXPERIMENT
 * @param words what else it is, of kind OTHER, 1 to 200 characters
 */
public record EvidenceSource(
    Kind kind,
    @Nullable NoteId note,
    @Nullable AssignmentId assignment,
    @Nullable String item,
    @Nullable ExperimentId experiment,
    @Nullable String words) {
  private static final int LONGEST = 200;

  /** What sort of thing it is; SESSION was told in a session. */
  public enum Kind {
    SESSION,
    NOTE,
    ITEM,
    EXPERIMENT,
    OTHER
  }

  public EvidenceSource {
    words = words == null || words.isBlank() ? null : words.strip();
    new Problems()
        .in("sourceWords", "evidence.source.missing", kind == Kind.OTHER && words == null)
        .in("sourceWords", "evidence.source.long", words != null && words.length() > LONGEST)
        .in("sourceWords", "evidence.source.long", words != null && words.indexOf('\0') >= 0)
        .refuse();
  }

  /** It was told in a session. */
  public static EvidenceSource told() {
    return new EvidenceSource(Kind.SESSION, null, null, null, null, null);
  }

  /** It stands in a session note. */
  public static EvidenceSource note(NoteId note) {
    return new EvidenceSource(Kind.NOTE, note, null, null, null, null);
  }

  /** It is the answer to an item of a submitted inventory. */
  public static EvidenceSource item(AssignmentId assignment, String item) {
    return new EvidenceSource(Kind.ITEM, null, assignment, item, null, null);
  }

  /** It was learned by an experiment with the same belief. */
  public static EvidenceSource experiment(ExperimentId experiment) {
    return new EvidenceSource(Kind.EXPERIMENT, null, null, null, experiment, null);
  }

  /** It is something else, in these words. */
  public static EvidenceSource other(@Nullable String words) {
    return new EvidenceSource(Kind.OTHER, null, null, null, null, words);
  }
}
