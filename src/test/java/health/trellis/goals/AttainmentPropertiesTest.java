package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.trellis.goals.Attainment.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of T for any goals. */
class AttainmentPropertiesTest {
  @Provide
  Arbitrary<List<Part>> goals() {
    return Combinators.combine(
            Arbitraries.integers().between(-2, 2), Arbitraries.integers().between(0, 9))
        .as(Part::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property
  void all_as_expected_is_fifty(@ForAll("goals") List<Part> goals) {
    assertThat(of(goals.stream().map(goal -> new Part(0, goal.weight())).toList())).isEqualTo(50);
  }

  @Property
  void the_order_of_goals_does_not_matter(
      @ForAll("goals") List<Part> goals, @ForAll Random chance) {
    List<Part> mixed = new ArrayList<>(goals);
    Collections.shuffle(mixed, chance);
    assertThat(of(mixed)).isCloseTo(of(goals), within(1e-9));
  }

  @Property
  void the_other_way_round_it_lies_as_far_on_the_other_side(@ForAll("goals") List<Part> goals) {
    List<Part> turned = goals.stream().map(goal -> new Part(-goal.level(), goal.weight())).toList();
    assertThat(of(turned) - 50).isCloseTo(50 - of(goals), within(1e-9));
  }

  @Property
  void the_weights_count_in_proportion_alone(
      @ForAll("goals") List<Part> goals, @ForAll @IntRange(min = 2, max = 9) int times) {
    List<Part> heavier =
        goals.stream().map(goal -> new Part(goal.level(), goal.weight() * times)).toList();
    assertThat(of(heavier)).isCloseTo(of(goals), within(1e-9));
  }

  @Property
  void one_level_more_in_a_goal_that_counts_raises_it(@ForAll("goals") List<Part> goals) {
    for (int i = 0; i < goals.size(); i++) {
      Part goal = goals.get(i);
      if (goal.level() < 2 && goal.weight() > 0) {
        List<Part> better = new ArrayList<>(goals);
        better.set(i, new Part(goal.level() + 1, goal.weight()));
        assertThat(of(better)).isGreaterThan(of(goals));
      }
    }
  }

  private static double of(List<Part> goals) {
    return Attainment.of(goals).orElseThrow();
  }
}
