package health.trellis.goals;

import static health.trellis.goals.GoalTexts.told;
import static health.trellis.goals.GoalTexts.unusable;

import health.trellis.kernel.Problems;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A small step as it is written down; it checks itself.
 *
 * @param words what is done, 1 to 300 characters
 * @param ownerWords who takes it, up to 100 characters, where it is somebody else
 * @param dueOn until when; null where that is open
 */
public record StepDraft(
    String words, StepOwner owner, @Nullable String ownerWords, @Nullable LocalDate dueOn) {
  private static final int SENTENCE = 300;
  private static final int NAME = 100;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public StepDraft {
    words = words.strip();
    ownerWords = owner == StepOwner.OTHER ? told(ownerWords) : null;
    new Problems()
        .in("step", "step.words.missing", words.isEmpty())
        .in("step", "scale.level.long", unusable(words, SENTENCE))
        .in("ownerWords", "step.owner.missing", owner == StepOwner.OTHER && ownerWords == null)
        .in("ownerWords", "step.owner.long", unusable(ownerWords, NAME))
        .refuse();
  }
}
