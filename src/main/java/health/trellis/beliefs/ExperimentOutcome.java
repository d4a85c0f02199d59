package health.trellis.beliefs;

import health.trellis.kernel.Problems;
import java.time.LocalDate;

/**
 * What came of an experiment; it checks itself.
 *
 * @param happenedOn the day on which it was tried
 * @param outcome what happened, 1 to 1,000 characters
 * @param learned what the client takes from it, 1 to 1,000 characters
 * @param after how true the belief and its alternative feel now
 */
public record ExperimentOutcome(
    LocalDate happenedOn, String outcome, String learned, ConvictionDraft after) {
  private static final int TEXT = 1_000;

  public ExperimentOutcome {
    outcome = outcome.strip();
    learned = learned.strip();
    new Problems()
        .in("outcome", "experiment.outcome.missing", outcome.isEmpty())
        .in("outcome", "belief.text.long", unusable(outcome))
        .in("learned", "experiment.learned.missing", learned.isEmpty())
        .in("learned", "belief.text.long", unusable(learned))
        .refuse();
  }

  private static boolean unusable(String text) {
    return text.length() > TEXT || text.indexOf('\0') >= 0;
  }
}
