package health.trellis.goals;

import static health.trellis.goals.GoalTexts.told;
import static health.trellis.goals.GoalTexts.unusable;

import health.trellis.kernel.BeliefId;
import health.trellis.kernel.Problems;
import health.trellis.kernel.SupporterId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a goal; it checks itself.
 *
 * @param words the goal in the client's own words, 1 to 500 characters
 * @param particulars what exactly, up to 1,000 characters
 * @param measured how both will see how far it got, up to 500 characters
 * @param baseline where it begins, up to 500 characters
 * @param target where it leads, up to 500 characters
 * @param targetDate until when; null where that is open
 * @param barriers what may stand in the way, up to 1,000 characters
 * @param focus what of hyper-independence it touches; null where nothing of the list fits
 * @param belief the belief that it works against; null without
 * @param supporter who of the people around the client is part of it; null where nobody is
 * @param rank its place among the up to three goals that are rated from 0 to 10; null without
 */
public record GoalDraft(
    String words,
    @Nullable String particulars,
    @Nullable String measured,
    @Nullable String baseline,
    @Nullable String target,
    @Nullable LocalDate targetDate,
    @Nullable String barriers,
    @Nullable GoalFocus focus,
    @Nullable BeliefId belief,
    @Nullable SupporterId supporter,
    @Nullable Integer rank) {
  /** How many goals are rated from 0 to 10 at a time. */
  public static final int RANKS = 3;

  private static final int SENTENCE = 500;
  private static final int TEXT = 1_000;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public GoalDraft {
    words = words.strip();
    particulars = told(particulars);
    measured = told(measured);
    baseline = told(baseline);
    target = told(target);
    barriers = told(barriers);
    new Problems()
        .in("words", "goal.words.missing", words.isEmpty())
        .in("words", "goal.sentence.long", unusable(words, SENTENCE))
        .in("particulars", "goal.text.long", unusable(particulars, TEXT))
        .in("measured", "goal.sentence.long", unusable(measured, SENTENCE))
        .in("baseline", "goal.sentence.long", unusable(baseline, SENTENCE))
        .in("target", "goal.sentence.long", unusable(target, SENTENCE))
        .in("barriers", "goal.text.long", unusable(barriers, TEXT))
        .in("rank", "goal.rank.wrong", rank != null && (rank < 1 || rank > RANKS))
        .refuse();
  }
}
