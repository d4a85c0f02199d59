package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A course in miniature: the least below, the most above, the last point at the right. */
class SparklineTest {

  @Test
  void the_least_mean_lies_below_and_the_greatest_above() {
    assertThat(of("0", "4").points()).isEqualTo("6,34 154,6");
  }

  @Test
  void points_stand_at_equal_distances() {
    assertThat(of("2", "2", "2").points()).isEqualTo("6,20 80,20 154,20");
  }

  @Test
  void the_last_point_is_the_one_that_is_marked() {
    Sparkline line = of("1", "3");
    assertThat(line.x()).isEqualTo(154);
    assertThat(line.y()).isEqualTo(13);
  }

  @Test
  void one_mean_is_a_point_without_a_line() {
    Sparkline line = of("4");
    assertThat(line.points()).isEmpty();
    assertThat(line.x()).isEqualTo(154);
    assertThat(line.y()).isEqualTo(6);
  }

  @Test
  void a_mean_above_the_scale_stays_inside_the_drawing() {
    assertThat(of("9").y()).isEqualTo(6);
  }

  @Test
  void levels_lie_around_the_middle_which_is_as_expected() {
    List<BigDecimal> levels = Stream.of("-2", "0", "1", "2").map(BigDecimal::new).toList();
    assertThat(Sparkline.of(levels, -2, 2).points()).isEqualTo("6,34 55,20 105,13 154,6");
  }

  private static Sparkline of(String... means) {
    return Sparkline.of(Stream.of(means).map(BigDecimal::new).toList(), 0, 4);
  }
}
