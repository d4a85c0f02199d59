package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalStarterTest {
  @Test
  void there_is_one_for_whatever_a_goal_can_touch() {
    assertThat(
            Arrays.stream(GoalStarter.values()).map(GoalStarter::focus).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(GoalFocus.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void each_makes_a_goal_in_every_language(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("health.trellis.messages", Locale.forLanguageTag(language));
    for (GoalStarter starter : GoalStarter.values()) {
      GoalDraft draft =
          new GoalDraft(
              words.getString("starter." + starter),
              words.getString("starter." + starter + ".particulars"),
              null,
              null,
              null,
              null,
              null,
              starter.focus(),
              null,
              null,
              null);
      assertThat(draft.words()).as("%s", starter).hasSizeBetween(10, 120);
    }
  }
}
