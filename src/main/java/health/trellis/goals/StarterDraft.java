package health.trellis.goals;

import static health.trellis.goals.GoalTexts.told;
import static health.trellis.goals.GoalTexts.unusable;

import health.trellis.kernel.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types of a goal to begin with; it checks itself.
 *
 * @param focus what of hyper-independence it touches; never null once it is checked
 * @param words the goal as a client might say it, 1 to 200 characters
 * @param particulars what exactly, up to 500 characters; null where nothing more is said
 */
public record StarterDraft(@Nullable GoalFocus focus, String words, @Nullable String particulars) {
  private static final int WORDS = 200;
  private static final int PARTICULARS = 500;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public StarterDraft {
    words = words.strip().replaceAll("\\s+", " ");
    particulars = told(particulars);
    new Problems()
        .in("focus", "starter.focus.missing", focus == null)
        .in("words", "starter.words.missing", words.isEmpty())
        .in("words", "starter.words.long", unusable(words, WORDS))
        .in("particulars", "goal.sentence.long", unusable(particulars, PARTICULARS))
        .refuse();
  }
}
