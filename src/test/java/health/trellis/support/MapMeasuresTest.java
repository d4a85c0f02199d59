package health.trellis.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MapMeasuresTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @Test
  void an_empty_map_comes_to_nothing() {
    MapMeasures none = MapMeasures.of(List.of(), TODAY);
    assertThat(none).isEqualTo(new MapMeasures(0, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(none.mutualShare()).isZero();
  }

  @Test
  void a_map_is_counted_by_circle_flow_and_asking() {
    MapMeasures measured =
        MapMeasures.of(
            List.of(
                Drawn.friend("A").at(1, 0).asking(6, TODAY.minusDays(90), 2, 1).view(),
                Drawn.friend("B")
                    .at(2, 0)
                    .flowing(Set.of(Flow.ADVICE), Set.of(Flow.COMPANY))
                    .asking(5, TODAY.minusDays(91), 0, 3)
                    .view(),
                Drawn.friend("C").at(3, 0).flowing(Set.of(Flow.ADVICE), Set.of()).view(),
                Drawn.friend("D").at(1, 9).asking(10, TODAY, 5, 5).gone().view()),
            TODAY);
    assertThat(measured).isEqualTo(new MapMeasures(3, 1, 1, 1, 1, 1, 1, 2, 6));
    assertThat(measured.mutualShare()).isEqualTo(33);
  }

  @Property
  void the_circles_come_to_the_whole_and_no_part_is_more_than_it(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 3) Integer> circles,
      @ForAll Random chance) {
    List<SupporterView> map = new ArrayList<>();
    for (int circle : circles) {
      Drawn one = Drawn.friend("x").at(circle, chance.nextInt(360));
      one.flowing(
          chance.nextBoolean() ? Set.of(Flow.ADVICE) : Set.of(),
          chance.nextBoolean() ? Set.of(Flow.COMPANY) : Set.of());
      one.asking(chance.nextInt(11), TODAY, chance.nextInt(9), chance.nextInt(9));
      map.add(chance.nextInt(5) == 0 ? one.gone().view() : one.view());
    }
    MapMeasures measured = MapMeasures.of(map, TODAY);
    assertThat(measured.closest() + measured.close() + measured.further())
        .isEqualTo(measured.size());
    assertThat(measured.size()).isLessThanOrEqualTo(circles.size());
    assertThat(measured.mutual()).isLessThanOrEqualTo(measured.size());
    assertThat(measured.wouldBeAsked()).isLessThanOrEqualTo(measured.size());
    assertThat(measured.asked()).isEqualTo(measured.size());
    assertThat(measured.accepted()).isLessThanOrEqualTo(measured.offered());
    assertThat(measured.mutualShare()).isBetween(0, 100);
  }
}
