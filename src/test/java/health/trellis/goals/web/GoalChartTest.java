package health.trellis.goals.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.goals.RatingView;
import health.trellis.kernel.AttainmentScaleId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoalChartTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final AttainmentScaleId FIRST = AttainmentScaleId.next();
  private static final AttainmentScaleId SECOND = AttainmentScaleId.next();

  @Test
  void each_side_has_a_line_of_its_own_by_the_days() {
    GoalChart chart =
        Objects.requireNonNull(
            GoalChart.ofScores(
                List.of(
                    score(Role.THERAPIST, 0, 0),
                    score(Role.CLIENT, 10, 5),
                    score(Role.THERAPIST, 20, 10))));
    assertThat(chart.byTherapist().points())
        .containsExactly(
            new GoalChart.Point("7.0%", "84.0%", "0", false),
            new GoalChart.Point("95.0%", "8.0%", "10", true));
    assertThat(chart.byTherapist().stretches()).hasSize(1);
    assertThat(chart.byClient().points())
        .containsExactly(new GoalChart.Point("51.0%", "46.0%", "5", true));
    assertThat(chart.byClient().stretches()).isEmpty();
    assertThat(chart.days()).hasSize(3);
  }

  @Test
  void levels_carry_their_sign_and_have_five_named_heights() {
    GoalChart chart =
        Objects.requireNonNull(
            GoalChart.ofLevels(List.of(level(FIRST, 0, -2), level(FIRST, 7, 2))));
    assertThat(chart.rungs())
        .extracting(GoalChart.Rung::value)
        .containsExactly("+2", "+1", "0", "−1", "−2");
    assertThat(chart.byTherapist().points())
        .extracting(GoalChart.Point::value)
        .containsExactly("−2", "+2");
  }

  @Test
  void no_line_joins_levels_of_two_versions() {
    GoalChart chart =
        Objects.requireNonNull(
            GoalChart.ofLevels(
                List.of(level(FIRST, 0, -1), level(FIRST, 7, 0), level(SECOND, 14, -1))));
    assertThat(chart.byTherapist().points()).hasSize(3);
    assertThat(chart.byTherapist().stretches()).hasSize(1);
  }

  @Test
  void one_rating_stands_in_the_middle_and_what_was_withdrawn_not_at_all() {
    GoalChart chart =
        Objects.requireNonNull(GoalChart.ofScores(List.of(score(Role.CLIENT, 3, 4), withdrawn())));
    assertThat(chart.byClient().points()).extracting(GoalChart.Point::x).containsExactly("51.0%");
    assertThat(chart.days()).hasSize(1);
    assertThat(GoalChart.ofScores(List.of(withdrawn()))).isNull();
    assertThat(GoalChart.ofLevels(List.of(score(Role.CLIENT, 3, 4)))).isNull();
  }

  private static RatingView score(Role as, int day, int score) {
    return rating(as, null, day, null, score, null);
  }

  private static RatingView level(AttainmentScaleId scale, int day, int level) {
    return rating(Role.THERAPIST, scale, day, level, null, null);
  }

  private static RatingView withdrawn() {
    return rating(Role.CLIENT, null, 9, null, 9, NOW);
  }

  private static RatingView rating(
      Role as,
      @Nullable AttainmentScaleId scale,
      int day,
      @Nullable Integer level,
      @Nullable Integer score,
      @Nullable Instant withdrawnAt) {
    return new RatingView(
        GoalRatingId.next(),
        scale,
        level,
        score,
        DAY.plusDays(day),
        NOW,
        "Somebody",
        as,
        null,
        withdrawnAt,
        withdrawnAt == null ? null : "A slip.");
  }
}
