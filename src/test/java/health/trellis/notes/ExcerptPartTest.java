package health.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptPartTest {
  @Test
  void an_excerpt_is_cut_at_its_marks() {
    assertThat(ExcerptPart.cut("a \uE000find\uE001 and \uE000another\uE001"))
        .containsExactly(
            new ExcerptPart("a ", false),
            new ExcerptPart("find", true),
            new ExcerptPart(" and ", false),
            new ExcerptPart("another", true));
  }

  @Test
  void without_marks_it_is_one_piece_and_without_text_none() {
    assertThat(ExcerptPart.cut("<b>as is</b>"))
        .containsExactly(new ExcerptPart("<b>as is</b>", false));
    assertThat(ExcerptPart.cut("")).isEmpty();
  }

  @Test
  void a_mark_that_does_not_end_marks_the_rest() {
    assertThat(ExcerptPart.cut("a \uE000find"))
        .containsExactly(new ExcerptPart("a ", false), new ExcerptPart("find", true));
  }
}
