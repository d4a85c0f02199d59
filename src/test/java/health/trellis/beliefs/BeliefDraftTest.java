package health.trellis.beliefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.InvalidException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeliefDraftTest {
  @Test
  void what_was_typed_is_trimmed_and_blanks_are_nothing() {
    BeliefDraft draft =
        draft("  I must not ask. ", BeliefTheme.HELP_IS_WEAKNESS, "ignored", 7, " ");
    assertThat(draft.words()).isEqualTo("I must not ask.");
    assertThat(draft.triggers()).isNull();
    assertThat(draft.ownTheme()).as("of a theme from the list").isNull();
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertThatThrownBy(() -> draft(" ", BeliefTheme.OWN, null, 121, "x".repeat(1_001)))
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong ->
                assertThat(wrong.problems())
                    .containsOnlyKeys("words", "ownTheme", "originAge", "triggers"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void a_conviction_reaches_from_none_to_all(int value) {
    assertThat(new ConvictionDraft(value, value, null).conviction()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void a_conviction_outside_is_refused(int value) {
    assertThatThrownBy(() -> new ConvictionDraft(value, value, null))
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong -> assertThat(wrong.problems()).containsOnlyKeys("conviction", "alternativeNow"));
  }

  @Test
  void a_feeling_has_a_name_and_a_strength_and_blank_lines_are_dropped() {
    Emotion blank = new Emotion(" ", null);
    BeliefDraft told = feeling(new Emotion(" shame ", 0), blank, new Emotion("fear", 100), blank);
    assertThat(told.emotions()).containsExactly(new Emotion("shame", 0), new Emotion("fear", 100));
    assertThatThrownBy(
            () ->
                feeling(
                    new Emotion("", 5),
                    new Emotion("shame", null),
                    new Emotion("Shame", 101),
                    new Emotion("x".repeat(61), -1)))
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong ->
                assertThat(wrong.problems())
                    .containsOnlyKeys(
                        "emotion1", "strength2", "emotion3", "strength3", "emotion4", "strength4"));
  }

  private static BeliefDraft feeling(Emotion... emotions) {
    return draft("I", BeliefTheme.ALONE_IS_SAFE, null, 1, null, emotions);
  }

  private static BeliefDraft draft(
      String words,
      BeliefTheme theme,
      @Nullable String ownTheme,
      int age,
      @Nullable String triggers,
      Emotion... emotions) {
    return new BeliefDraft(
        words,
        theme,
        ownTheme,
        BeliefAbout.SELF,
        BeliefOrigin.BETRAYAL,
        age,
        triggers,
        null,
        null,
        List.of(emotions));
  }
}
