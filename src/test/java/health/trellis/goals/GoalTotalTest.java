package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.kernel.AttainmentScaleId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ratings come to: of one goal, and of all that are worked on. */
class GoalTotalTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

  @Test
  void it_is_counted_over_the_goals_that_are_worked_on_and_rated_by_that_side() {
    List<GoalRow> rows =
        List.of(
            row(GoalStatus.ACTIVE, -1, 1, null),
            row(GoalStatus.AGREED, -1, 1, 2),
            row(GoalStatus.ON_HOLD, -2, 2, 2),
            row(GoalStatus.PROPOSED, -2, 2, 2),
            row(GoalStatus.MET, -2, 2, 2));
    GoalTotal byTherapist = Objects.requireNonNull(GoalTotal.of(rows, false));
    assertThat(byTherapist.goals()).isEqualTo(2);
    assertThat(byTherapist.baseline()).hasToString("37.6");
    assertThat(byTherapist.achieved()).hasToString("62.4");
    assertThat(byTherapist.change()).hasToString("24.8");
    GoalTotal byClient = Objects.requireNonNull(GoalTotal.of(rows, true));
    assertThat(byClient.goals()).isEqualTo(1);
    assertThat(byClient.achieved()).hasToString("70.0");
  }

  @Test
  void without_a_rated_goal_there_is_no_total() {
    assertThat(GoalTotal.of(List.of(row(GoalStatus.ACTIVE, -1, null, 1)), false)).isNull();
    assertThat(GoalTotal.of(List.of(), true)).isNull();
  }

  @Test
  void each_side_counts_by_itself_and_what_was_withdrawn_does_not() {
    ScaleView standing = scale(-1);
    List<RatingView> ratings =
        List.of(
            rating(Role.THERAPIST, standing.id(), -1, null, false),
            rating(Role.THERAPIST, standing.id(), 1, null, false),
            rating(Role.THERAPIST, standing.id(), 2, null, true),
            rating(Role.THERAPIST, AttainmentScaleId.next(), -2, null, false),
            rating(Role.THERAPIST, null, null, 3, false),
            rating(Role.CLIENT, null, null, 2, true),
            rating(Role.CLIENT, null, null, 4, false),
            rating(Role.CLIENT, null, null, 7, false));
    assertThat(GoalProgress.of(ratings, standing, false)).isEqualTo(new GoalProgress(1, 3, 3));
    assertThat(GoalProgress.of(ratings, standing, true)).isEqualTo(new GoalProgress(null, 4, 7));
    assertThat(GoalProgress.of(ratings, null, false)).isEqualTo(new GoalProgress(null, 3, 3));
  }

  @Test
  void a_goal_goes_its_way_and_no_other() {
    assertThat(GoalStatus.PROPOSED.mayBecome(GoalStatus.AGREED)).isTrue();
    assertThat(GoalStatus.PROPOSED.mayBecome(GoalStatus.ACTIVE)).isFalse();
    assertThat(GoalStatus.PROPOSED.mayBecome(GoalStatus.MET)).isFalse();
    assertThat(GoalStatus.MET.mayBecome(GoalStatus.ACTIVE)).isTrue();
    assertThat(GoalStatus.MET.mayBecome(GoalStatus.ENDED)).isFalse();
    for (GoalStatus status : GoalStatus.values()) {
      assertThat(GoalStatus.ENDED.mayBecome(status)).as("from ended to %s", status).isFalse();
      assertThat(status.mayBecome(status)).as("%s twice", status).isFalse();
      assertThat(status.mayBecome(GoalStatus.PROPOSED)).as("back from %s", status).isFalse();
    }
  }

  private static GoalRow row(
      GoalStatus status, int baseline, @Nullable Integer therapist, @Nullable Integer client) {
    GoalDraft told =
        new GoalDraft("Ask.", null, null, null, null, null, null, null, null, null, null);
    return new GoalRow(
        new GoalView(GoalId.next(), told, status, NOW, null, NOW, null, 0),
        scale(baseline),
        new GoalProgress(therapist, null, null),
        new GoalProgress(client, null, null));
  }

  private static ScaleView scale(int baseline) {
    ScaleDraft told = new ScaleDraft("b", "c", "d", "a", "z", null, null, baseline);
    return new ScaleView(AttainmentScaleId.next(), 1, told, NOW, NOW, Role.CLIENT, 2);
  }

  private static RatingView rating(
      Role as,
      @Nullable AttainmentScaleId scale,
      @Nullable Integer level,
      @Nullable Integer score,
      boolean withdrawn) {
    return new RatingView(
        GoalRatingId.next(),
        scale,
        level,
        score,
        DAY,
        NOW,
        "Somebody",
        as,
        null,
        withdrawn ? NOW : null,
        withdrawn ? "A slip." : null);
  }
}
