package health.trellis.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.support.Tie;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TieLineTest {
  private final TieLine line = new TieLine(MapFrame.WIDE, 500, 65, 11); // straight up, 250 away

  @Test
  void a_tie_runs_from_the_clients_disc_to_the_mark() {
    assertThat(line.path(Tie.STRONG)).isEqualTo("M500.0 285.0L500.0 80.0");
    assertThat(line.path(Tie.WEAK)).isEqualTo(line.path(Tie.STRONG));
  }

  @Test
  void each_other_tie_has_a_shape_of_its_own() {
    assertThat(line.path(Tie.STRESSFUL)).contains("L504.0 ").contains("L496.0 ");
    assertThat(line.path(Tie.BROKEN).chars().filter(sign -> sign == 'M').count()).isEqualTo(4);
    assertThat(Arrays.stream(Tie.values()).map(line::path).distinct()).hasSize(3);
  }

  @Test
  void arrows_point_to_whom_something_flows() {
    assertThat(line.outwards()).startsWith("M500.0 79.0L");
    assertThat(line.inwards(false)).startsWith("M500.0 88.0L");
    assertThat(line.inwards(true)).startsWith("M500.0 97.0L");
  }
}
