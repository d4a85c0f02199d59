package health.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.InvalidException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoteQueryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

  @Test
  void words_are_trimmed_and_at_most_a_hundred_characters() {
    assertThat(query("  help ", null).words()).isEqualTo("help");
    assertThat(query("x".repeat(100), null).words()).hasSize(100);
    assertThatThrownBy(() -> query("x".repeat(101), null)).isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> query("a\0b", null)).isInstanceOf(InvalidException.class);
  }

  @Test
  void the_last_day_is_not_before_the_first() {
    assertThat(query("", DAY).until()).isEqualTo(DAY);
    assertThatThrownBy(() -> query("", DAY.minusDays(1))).isInstanceOf(InvalidException.class);
  }

  private static NoteQuery query(String words, @Nullable LocalDate until) {
    return new NoteQuery(words, null, null, null, DAY, until, null, null, null);
  }
}
