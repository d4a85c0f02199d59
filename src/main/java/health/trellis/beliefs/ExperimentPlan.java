package health.trellis.beliefs;

import health.trellis.kernel.Problems;
import java.time.LocalDate;

/**
 * What a client predicts, and how it is put to the test; it checks itself.
 *
 * @param prediction what will happen, if the belief is right; 1 to 500 characters
 * @param probability how likely the client finds that, 0 to 100 percent
 * @param plan what will be tried, 1 to 1,000 characters
 * @param before how true the belief and its alternative feel now
 */
public record ExperimentPlan(
    String prediction, int probability, String plan, LocalDate plannedFor, ConvictionDraft before) {
  private static final int SENTENCE = 500;
  private static final int TEXT = 1_000;
  private static final int CERTAIN = 100;

  public ExperimentPlan {
    prediction = prediction.strip();
    plan = plan.strip();
    new Problems()
        .in("prediction", "experiment.prediction.missing", prediction.isEmpty())
        .in("prediction", "belief.words.long", unusable(prediction, SENTENCE))
        .in("probability", "experiment.probability.wrong", probability < 0 || probability > CERTAIN)
        .in("plan", "experiment.plan.missing", plan.isEmpty())
        .in("plan", "belief.text.long", unusable(plan, TEXT))
        .refuse();
  }

  private static boolean unusable(String text, int longest) {
    return text.length() > longest || text.indexOf('\0') >= 0;
  }
}
