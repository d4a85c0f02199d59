package health.trellis.goals;

import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.SupporterId;
import health.trellis.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client's goals, put together for the pages that show them. It needs the client's key. */
@ApplicationScoped
public class GoalBook {
  @Inject private GoalRepository goals;
  @Inject private GoalNames names;
  @Inject private CurrentCaller caller;

  /** The client's goals by how they stand, and what they come to. */
  public GoalList list(OpenClient client, LocalDate today) {
    List<GoalRow> rows = rows(client);
    return new GoalList(
        ClientHead.of(client, today),
        rows,
        GoalTotal.of(rows, false),
        GoalTotal.of(rows, true),
        today,
        client.scope() == Scope.TREATING);
  }

  /** The client's goals without what belongs to them, the first proposed first. */
  public List<GoalView> views(OpenClient client) {
    return goals.list(client).stream().map(each -> each.goal().view()).toList();
  }

  /** The goals that work against a belief, the first proposed first. */
  public List<GoalView> against(OpenClient client, BeliefId belief) {
    return goals.listAgainst(client, belief).stream().map(SupportGoal::view).toList();
  }

  /**
   * The goals that can be rated now and were, with their last ratings, the first proposed first.
   */
  public List<RatedGoal> rated(OpenClient client) {
    Map<GoalId, List<RatingView>> ratings = ratings(client);
    return goals.list(client).stream()
        .filter(each -> each.goal().status().rated())
        .map(
            each ->
                RatedGoal.of(
                    each.goal().view(),
                    each.standing().map(AttainmentScale::view).orElse(null),
                    ratings.getOrDefault(each.goal().id(), List.of())))
        .filter(each -> !each.ratings().isEmpty())
        .toList();
  }

  private Map<GoalId, List<RatingView>> ratings(OpenClient client) {
    return goals.listRatings(client).stream()
        .collect(
            Collectors.groupingBy(
                GoalRating::goal,
                Collectors.mapping(each -> each.view(client, Map.of()), Collectors.toList())));
  }

  private List<GoalRow> rows(OpenClient client) {
    Map<GoalId, List<RatingView>> ratings = ratings(client);
    return goals.list(client).stream()
        .map(each -> row(each, ratings.getOrDefault(each.goal().id(), List.of())))
        .sorted(Comparator.comparing(row -> row.goal().status()))
        .toList();
  }

  private static GoalRow row(GoalWithScales goal, List<RatingView> ratings) {
    ScaleView standing = goal.standing().map(AttainmentScale::view).orElse(null);
    return new GoalRow(
        goal.goal().view(),
        standing,
        GoalProgress.of(ratings, standing, false),
        GoalProgress.of(ratings, standing, true));
  }

  /** One goal with all that belongs to it. */
  public GoalPage page(OpenClient client, GoalId id, LocalDate today) {
    GoalWithScales found = goals.getWithScales(client, id);
    List<GoalRating> ratings = goals.listRatings(client, id);
    GoalView goal = found.goal().view();
    List<PersonId> raters = ratings.stream().map(GoalRating::ratedBy).distinct().toList();
    Map<UUID, String> called = names.of(client, raters, goal.told());
    Map<PersonId, String> staff =
        raters.stream()
            .filter(person -> called.containsKey(person.value()))
            .collect(
                Collectors.toMap(
                    person -> person, person -> called.getOrDefault(person.value(), "")));
    return new GoalPage(
        ClientHead.of(client, today),
        goal,
        against(goal.told().belief(), called),
        involved(goal.told().supporter(), called),
        found.scales().stream().map(AttainmentScale::view).toList(),
        ratings.stream().map(each -> each.view(client, staff)).toList(),
        ratings.stream()
            .filter(each -> each.of(caller.get()))
            .map(GoalRating::id)
            .collect(Collectors.toSet()),
        steps(client, id),
        names.changes(client, id),
        today,
        client.scope() == Scope.TREATING);
  }

  private static @Nullable AgainstBelief against(
      @Nullable BeliefId belief, Map<UUID, String> called) {
    String words = belief == null ? null : called.get(belief.value());
    return belief == null || words == null ? null : new AgainstBelief(belief, words);
  }

  private static @Nullable InvolvedSupporter involved(
      @Nullable SupporterId supporter, Map<UUID, String> called) {
    String alias = supporter == null ? null : called.get(supporter.value());
    return supporter == null || alias == null ? null : new InvolvedSupporter(supporter, alias);
  }

  private List<StepView> steps(OpenClient client, GoalId goal) {
    return goals.listSteps(client).stream()
        .filter(step -> step.goal().equals(goal))
        .map(GoalStep::view)
        .toList();
  }
}
