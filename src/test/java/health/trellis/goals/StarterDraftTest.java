package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.InvalidException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StarterDraftTest {
  @Test
  void it_takes_what_was_typed_in_one_line_without_what_stands_around_it() {
    StarterDraft draft = new StarterDraft(GoalFocus.HELP, " I want\n to  ask. ", "  ");
    assertThat(draft.words()).isEqualTo("I want to ask.");
    assertThat(draft.particulars()).isNull();
  }

  @Test
  void it_takes_as_much_as_fits() {
    StarterDraft draft = new StarterDraft(GoalFocus.HELP, "x".repeat(200), "y".repeat(500));
    assertThat(draft.words()).hasSize(200);
    assertThat(draft.particulars()).hasSize(500);
  }

  @Test
  void what_does_not_fit_is_told_by_its_field() {
    refused("focus", () -> new StarterDraft(null, "I want to ask.", null));
    refused("words", () -> new StarterDraft(GoalFocus.HELP, " ", null));
    refused("words", () -> new StarterDraft(GoalFocus.HELP, "x".repeat(201), null));
    refused("words", () -> new StarterDraft(GoalFocus.HELP, "a\0b", null));
    refused("particulars", () -> new StarterDraft(GoalFocus.HELP, "x", "y".repeat(501)));
  }

  private static void refused(String field, ThrowingCallable made) {
    assertThatThrownBy(made)
        .isInstanceOfSatisfying(
            InvalidException.class, told -> assertThat(told.field()).isEqualTo(field));
  }
}
