package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.InvalidException;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalDraftTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

  @Test
  void what_was_typed_is_trimmed_and_blanks_are_nothing() {
    GoalDraft draft = goal("  Ask once a week. ", " ", 1);
    assertThat(draft.words()).isEqualTo("Ask once a week.");
    assertThat(draft.barriers()).isNull();
  }

  @Test
  void everything_that_is_wrong_with_a_goal_is_told_at_once() {
    refuses(() -> goal(" ", "x".repeat(1_001), 4), "words", "barriers", "rank");
    refuses(() -> goal("x".repeat(501), "\0", 0), "words", "barriers", "rank");
  }

  @Test
  void levels_are_complete_once_all_five_are_described_and_it_is_said_where_it_begins() {
    assertThat(scale("Once a week", "Never", -1).complete()).isTrue();
    assertThat(scale("Once a week", " ", -1).complete()).isFalse();
    assertThat(scale("Once a week", "Never", null).complete()).isFalse();
    assertThat(scale("Once a week", "Never", -1).level(0)).isEqualTo("Once a week");
    assertThat(scale("Once a week", "Never", -1).level(-2)).isEqualTo("Never");
  }

  @Test
  void what_is_expected_is_described_first_and_what_does_not_fit_is_told_at_once() {
    refuses(() -> scale(" ", "x".repeat(301), 3), "expected", "muchLess", "baseline");
  }

  @Test
  void a_weight_is_importance_times_difficulty_and_one_without() {
    assertThat(weighed(3, 2).weight()).isEqualTo(6);
    assertThat(weighed(3, 0).weight()).isZero();
    assertThat(weighed(null, null).weight()).isEqualTo(1);
    refuses(() -> weighed(4, -1), "importance", "difficulty");
    refuses(() -> weighed(null, 2), "importance");
    refuses(() -> weighed(2, null), "difficulty");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2})
  void a_level_reaches_from_much_less_to_much_more(int level) {
    assertThat(new RatingDraft(level, null, DAY, null).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void a_score_reaches_from_not_at_all_to_entirely(int score) {
    assertThat(new RatingDraft(null, score, DAY, " ").remark()).isNull();
  }

  @Test
  void a_rating_out_of_range_or_of_nothing_is_refused() {
    refuses(() -> new RatingDraft(3, 11, DAY, "x".repeat(501)), "level", "score", "remark");
    refuses(() -> new RatingDraft(-3, -1, DAY, null), "level", "score");
    refuses(() -> new RatingDraft(null, null, DAY, null), "score");
  }

  @Test
  void a_step_names_who_takes_it_where_that_is_somebody_else() {
    assertThat(new StepDraft(" Ring Ana ", StepOwner.CLIENT, "ignored", null).ownerWords())
        .isNull();
    refuses(() -> new StepDraft(" ", StepOwner.OTHER, " ", null), "step", "ownerWords");
    refuses(
        () -> new StepDraft("x".repeat(301), StepOwner.OTHER, "x".repeat(101), null),
        "step",
        "ownerWords");
  }

  private static GoalDraft goal(String words, @Nullable String barriers, @Nullable Integer rank) {
    return new GoalDraft(words, null, null, null, null, null, barriers, null, null, null, rank);
  }

  private static ScaleDraft scale(
      String expected, @Nullable String muchLess, @Nullable Integer baseline) {
    return new ScaleDraft(expected, "Twice", "Daily", "Once", muchLess, 2, 2, baseline);
  }

  private static ScaleDraft weighed(@Nullable Integer importance, @Nullable Integer difficulty) {
    return new ScaleDraft("Once", null, null, null, null, importance, difficulty, null);
  }

  private static void refuses(ThrowingCallable draft, String... fields) {
    assertThatThrownBy(draft)
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong -> assertThat(wrong.problems().keySet()).isEqualTo(Set.of(fields)));
  }
}
