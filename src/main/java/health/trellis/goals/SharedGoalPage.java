package health.trellis.goals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One goal as its client reads and rates it.
 *
 * @param supporter what the client calls who is part of it; null without, and where the map is not
 *     shared
 * @param steps those towards it, the soonest first
 * @param therapists the names of those who will see the rating
 */
public record SharedGoalPage(
    SharedGoal shared,
    @Nullable String supporter,
    List<StepView> steps,
    List<String> therapists,
    LocalDate today) {}
