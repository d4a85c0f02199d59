package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.trellis.goals.Attainment.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {
  @Test
  void six_weighted_goals_come_to_what_is_published() {
    assertThat(of(new int[] {-2, 0, -1, 2, 0, 1}, new int[] {3, 5, 1, 4, 2, 6}))
        .isCloseTo(55.0, within(0.05));
  }

  @Test
  void two_unweighted_goals_at_one_above_come_to_what_is_published() {
    assertThat(of(new int[] {1, 1}, new int[] {1, 1})).isCloseTo(62.4035, within(0.00005));
  }

  @Test
  void where_no_goal_has_a_weight_all_count_alike() {
    assertThat(of(new int[] {1, 1}, new int[] {0, 0})).isCloseTo(62.4035, within(0.00005));
    assertThat(of(new int[] {2, -1, 0}, new int[] {0, 0, 0}))
        .isEqualTo(of(new int[] {2, -1, 0}, new int[] {1, 1, 1}));
  }

  @Test
  void a_goal_without_weight_among_weighted_ones_counts_for_nothing() {
    assertThat(of(new int[] {2, -2}, new int[] {4, 0})).isCloseTo(70, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"-2, 30", "-1, 40", "0, 50", "1, 60", "2, 70"})
  void one_goal_moves_by_ten_for_each_level(int level, double score) {
    assertThat(of(new int[] {level}, new int[] {6})).isCloseTo(score, within(1e-9));
  }

  @Test
  void without_goals_there_is_no_score() {
    assertThat(Attainment.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-3, 1", "3, 1", "0, -1"})
  void a_level_or_a_weight_that_there_is_not_is_refused(int level, int weight) {
    assertThatThrownBy(() -> new Part(level, weight)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double of(int[] levels, int[] weights) {
    return Attainment.of(
            IntStream.range(0, levels.length)
                .mapToObj(i -> new Part(levels[i], weights[i]))
                .toList())
        .orElseThrow();
  }
}
