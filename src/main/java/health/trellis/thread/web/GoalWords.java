package health.trellis.thread.web;

import static java.util.Objects.requireNonNull;

import health.trellis.goals.RatedGoal;
import health.trellis.goals.RatingView;
import health.trellis.goals.ScaleView;
import health.trellis.web.Speech;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last ratings of goals as a quotation: what was kept of them, put into words. */
final class GoalWords {
  private GoalWords() {}

  /**
   * The ratings in these words, between the line that begins a quotation and the one that ends it;
   * none where nothing was rated.
   */
  static Optional<Quotation> quote(List<RatedGoal> goals, Speech say) {
    return goals.stream()
        .flatMap(goal -> goal.ratings().stream())
        .map(RatingView::on)
        .max(Comparator.naturalOrder())
        .map(last -> quote(goals, last, say));
  }

  private static Quotation quote(List<RatedGoal> goals, LocalDate last, Speech say) {
    List<String> lines = new ArrayList<>();
    lines.add(say.of("quote.goals.begin", say.day(last)));
    for (RatedGoal goal : goals) {
      lines.add(say.of("quote.goal", goal.goal().told().words()));
      goal.ratings().forEach(rating -> lines.add(rating(rating, goal.standing(), say)));
    }
    lines.add(say.say("quote.goals.end"));
    return new Quotation(say.of("quote.goals.title", say.day(last)), String.join("\n", lines));
  }

  private static String rating(RatingView rating, @Nullable ScaleView standing, Speech say) {
    Integer level = rating.level();
    String what =
        level == null || standing == null
            ? say.of("goalRating.of10", requireNonNull(rating.score(), "no level, so a score"))
            : say.of(
                "quote.goal.level",
                say.say("level.sign." + level),
                requireNonNull(standing.told().level(level), "what stands is complete"));
    return say.of("quote.goal.rating." + rating.as(), what, say.day(rating.on()));
  }
}
