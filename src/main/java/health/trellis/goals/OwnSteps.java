package health.trellis.goals;

import health.trellis.kernel.GoalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a client takes, of the goals that are shared and open.
 *
 * @param steps the soonest first
 * @param goals the words of each goal
 * @param now when they were read
 * @param today by the clinic's calendar
 * @param open whether the case is open, so that they can be ticked
 */
public record OwnSteps(
    List<StepView> steps, Map<GoalId, String> goals, Instant now, LocalDate today, boolean open) {
  private static final int WEEK = 7;

  /** Those for the coming seven days, and those from before that are still open. */
  public List<StepView> soon() {
    return steps.stream().filter(step -> !step.done() && due(step.dueOn())).toList();
  }

  /** Those that have no day, or a later one. */
  public List<StepView> later() {
    return steps.stream().filter(step -> !step.done() && !due(step.dueOn())).toList();
  }

  /** Those that were done in the past seven days, and can still be undone. */
  public List<StepView> done() {
    Instant since = now.minus(WEEK, ChronoUnit.DAYS);
    return steps.stream()
        .filter(step -> step.doneAt() != null && step.doneAt().isAfter(since))
        .toList();
  }

  private boolean due(@Nullable LocalDate day) {
    return day != null && day.isBefore(today.plusDays(WEEK));
  }
}
