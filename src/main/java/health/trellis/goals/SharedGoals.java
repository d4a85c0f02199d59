package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.SupporterId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client reads of the own goals: those that are shared, and the own ratings of them. It
 * needs the client's key.
 */
@ApplicationScoped
public class SharedGoals {
  @Inject private GoalRepository goals;
  @Inject private GoalNames names;

  /** Those that are shared now, by how they stand. */
  public List<SharedGoal> list(OpenClient client) {
    List<GoalWithScales> shared = goals.list(client);
    if (shared.isEmpty()) {
      return List.of();
    }
    boolean open = !goals.closed(client);
    Map<GoalId, List<RatingView>> ratings =
        goals.listRatings(client).stream()
            .collect(
                Collectors.groupingBy(
                    GoalRating::goal,
                    Collectors.mapping(each -> each.view(client, Map.of()), Collectors.toList())));
    return shared.stream()
        .map(each -> goal(each, ratings.getOrDefault(each.goal().id(), List.of()), open))
        .sorted(Comparator.comparing(each -> each.goal().status()))
        .toList();
  }

  private static SharedGoal goal(GoalWithScales goal, List<RatingView> ratings, boolean open) {
    return new SharedGoal(
        goal.goal().view(),
        goal.standing().map(AttainmentScale::view).orElse(null),
        goal.scales().stream()
            .filter(scale -> !scale.agreed())
            .map(AttainmentScale::view)
            .findFirst()
            .orElse(null),
        ratings,
        open);
  }

  /** What the client calls who is part of a goal; null without, and where the map is not shared. */
  @Nullable String involved(OpenClient client, GoalDraft told) {
    SupporterId supporter = told.supporter();
    return supporter == null ? null : names.of(client, List.of(), told).get(supporter.value());
  }

  /** The steps towards them, the soonest first. */
  List<StepView> steps(OpenClient client) {
    return goals.listSteps(client).stream().map(GoalStep::view).toList();
  }
}
