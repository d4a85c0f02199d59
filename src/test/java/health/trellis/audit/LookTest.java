package health.trellis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void what_follows_and_belongs_together_is_one_line_in_its_order() {
    List<Look<String>> looks = Look.of(List.of("a", "a", "b", "a", "a", "a"), Objects::equals);
    assertThat(looks).containsExactly(new Look<>("a", 2), new Look<>("b", 1), new Look<>("a", 3));
  }

  @Test
  void lines_are_made_of_all_their_acts() {
    List<Look<String>> looks = Look.of(List.of("a", "a", "b", "c"), Objects::equals);
    assertThat(Look.acts(looks, 1)).isEqualTo(2);
    assertThat(Look.acts(looks, 2)).isEqualTo(3);
    assertThat(Look.acts(looks, 9)).isEqualTo(4);
  }

  @Test
  void nothing_is_no_line() {
    assertThat(Look.of(List.<String>of(), Objects::equals)).isEmpty();
  }
}
