package health.trellis.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void who_has_room_stays() {
    assertThat(Spread.apart(new double[] {10, 90, 200}, 20, 0)).containsExactly(10, 90, 200);
    assertThat(Spread.apart(new double[] {}, 20, 0)).isEmpty();
    assertThat(Spread.apart(new double[] {77}, 20, 0)).containsExactly(77);
  }

  @Test
  void neighbours_give_way_to_both_sides_alike() {
    assertThat(Spread.apart(new double[] {100, 104}, 20, 0)).containsExactly(92, 112);
    assertThat(Spread.apart(new double[] {50, 50, 50}, 10, 0)).containsExactly(40, 50, 60);
  }

  @Test
  void a_crowd_over_the_top_is_one_crowd() {
    assertThat(Spread.apart(new double[] {2, 200, 358}, 20, 0)).containsExactly(370, 200, 350);
  }

  @Test
  void more_than_have_room_stand_evenly() {
    assertThat(Spread.apart(new double[] {0, 0, 0, 0}, 120, 0)).containsExactly(0, 90, 180, 270);
  }

  @Test
  void places_are_left_free_where_the_widest_gap_is() {
    assertThat(Spread.apart(new double[] {0, 0, 0}, 90, 1)).containsExactly(0, 90, 180);
    assertThat(Spread.apart(new double[] {10, 20, 300}, 100, 0)).containsExactly(350, 450, 250);
  }

  @Property
  void no_two_are_closer_than_the_gap_and_their_order_stays(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 359) Integer> angles,
      @ForAll @IntRange(min = 1, max = 30) int wanted) {
    double[] own = angles.stream().mapToDouble(Integer::doubleValue).sorted().toArray();
    double gap = Math.min(wanted, 360.0 / own.length);
    double[] drawn = Spread.apart(own, gap, 0);
    double around = 0;
    for (int i = 0; i < drawn.length; i++) {
      double next = (drawn[(i + 1) % drawn.length] - drawn[i] + 720) % 360;
      assertThat(next).isGreaterThanOrEqualTo(gap - 1e-6);
      around += next;
    }
    assertThat(around).isCloseTo(360, within(1e-6));
  }
}
