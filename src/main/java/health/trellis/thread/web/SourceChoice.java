package health.trellis.thread.web;

import health.trellis.beliefs.EvidenceSource;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteId;
import org.jspecify.annotations.Nullable;

/**
 * The source of evidence as one value of a list: {@code session}, {@code other}, or the kind of a
 * record and its id, as {@code note:…}, {@code item:…:help1} and {@code experiment:…}.
 */
final class SourceChoice {
  static final String TOLD = "session";

  private SourceChoice() {}

  /**
   * The source that was chosen.
   *
   * @param words what was typed of it, which counts for {@code other} alone
   * @throws NotFoundException where it names none
   */
  static EvidenceSource read(String choice, @Nullable String words) {
    String[] parts = choice.split(":", -1);
    return switch (parts[0] + parts.length) {
      case "session1" -> EvidenceSource.told();
      case "other1" -> EvidenceSource.other(words);
      case "note2" -> EvidenceSource.note(NoteId.of(parts[1]));
      case "item3" -> EvidenceSource.item(AssignmentId.of(parts[1]), parts[2]);
      case "experiment2" -> EvidenceSource.experiment(ExperimentId.of(parts[1]));
      default -> throw new NotFoundException("no such source");
    };
  }
}
