package health.trellis.goals;

import java.time.LocalDate;
import java.util.List;

/**
 * One goal as its client reads and rates it.
 *
 * @param steps those towards it, the soonest first
 * @param therapists the names of those who will see the rating
 */
public record SharedGoalPage(
    SharedGoal shared, List<StepView> steps, List<String> therapists, LocalDate today) {}
