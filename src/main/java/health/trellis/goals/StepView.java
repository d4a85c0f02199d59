package health.trellis.goals;

import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalStepId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step as one reads it.
 *
 * @param ownerWords who takes it, where that is neither the client nor the therapist
 * @param dueOn until when; null where that is open
 * @param doneAt when it was ticked; null while it is open
 */
public record StepView(
    GoalStepId id,
    GoalId goal,
    String words,
    StepOwner owner,
    @Nullable String ownerWords,
    @Nullable LocalDate dueOn,
    @Nullable Instant doneAt) {
  /** Whether it was done. */
  public boolean done() {
    return doneAt != null;
  }
}
