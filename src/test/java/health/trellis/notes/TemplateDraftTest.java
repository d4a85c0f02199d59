package health.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.trellis.kernel.InvalidException;
import health.trellis.notes.NoteTemplate.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be a clinic's own template. */
class TemplateDraftTest {
  @Test
  void what_is_typed_is_trimmed_and_kept_in_its_order() {
    TemplateDraft draft =
        new TemplateDraft(
            "  First\tsession ",
            List.of(new Section(" Why  now ", " What made it. ", true), section("Who knows")));
    assertThat(draft.name()).isEqualTo("First session");
    assertThat(draft.sections())
        .containsExactly(new Section("Why now", "What made it.", true), section("Who knows"));
  }

  @Test
  void script_tags_emoji_and_letters_from_right_to_left_are_words_like_any_other() {
    String tag = "<script>alert(1)</script>";
    assertThat(draft("\u05e9\u05d0\u05dc\u05d5\u05df", tag, "\uD83C\uDF31").sections())
        .containsExactly(section(tag), section("\uD83C\uDF31"));
  }

  @Test
  void all_that_is_wrong_is_told_at_once_beside_its_field() {
    assertThat(
            problems(
                "",
                section(""),
                section("Plan"),
                section("PLAN"),
                section("x".repeat(81)),
                new Section("Hint", "x".repeat(201), true),
                section("a\u0007b"),
                section("\u200b")))
        .containsExactly(
            Map.entry("name", "template.name.missing"),
            Map.entry("section1", "template.section.missing"),
            Map.entry("section3", "template.section.twice"),
            Map.entry("section4", "template.section.long"),
            Map.entry("hint5", "template.hint.long"),
            Map.entry("section6", "template.section.long"),
            Map.entry("section7", "template.section.missing"));
  }

  @Test
  void it_has_a_section_and_no_name_of_a_usual_form() {
    assertThat(problems("Soap"))
        .containsOnly(
            Map.entry("name", "template.name.taken"),
            Map.entry("section1", "template.section.none"));
    assertThat(problems("x".repeat(81), section("one")))
        .containsOnly(Map.entry("name", "template.name.long"));
  }

  @Test
  void it_is_stored_and_read_as_it_was_made() {
    StoredLayout stored = new StoredLayout();
    NoteLayout layout =
        new TemplateDraft(
                "\"Quoted\" \\ \uD83C\uDF31",
                Stream.concat(
                        Stream.of(new Section("Why now", "A hint.", false)),
                        IntStream.range(1, TemplateDraft.MOST).mapToObj(i -> section("no. " + i)))
                    .toList())
            .layout();
    assertThat(stored.convertToEntityAttribute(stored.convertToDatabaseColumn(layout)))
        .isEqualTo(layout);
    assertThat(stored.convertToDatabaseColumn(null)).isNull();
    assertThat(stored.convertToEntityAttribute(null)).isNull();
  }

  private static Map<String, String> problems(String name, Section... sections) {
    return catchThrowableOfType(
            InvalidException.class, () -> new TemplateDraft(name, List.of(sections)))
        .problems();
  }

  private static TemplateDraft draft(String name, String... sections) {
    return new TemplateDraft(name, Stream.of(sections).map(TemplateDraftTest::section).toList());
  }

  private static Section section(String name) {
    return new Section(name, "", true);
  }
}
