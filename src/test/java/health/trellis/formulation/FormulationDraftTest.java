package health.trellis.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.BeliefId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulationDraftTest {
  private static final EntryDraft TOLD = entry(FormulationPart.PROTECTIVE, " A sister. ", null);
  private static final EntryDraft BLANK = entry(FormulationPart.PREDISPOSING, " ", null);

  @Test
  void what_was_typed_is_trimmed_and_blank_lines_are_left_out() {
    FormulationDraft draft = new FormulationDraft(0, "  ", List.of(BLANK, TOLD, BLANK));
    assertThat(draft.remark()).isNull();
    assertThat(draft.told()).singleElement().isEqualTo(TOLD);
    assertThat(TOLD.words()).isEqualTo("A sister.");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_beside_the_line_it_was_typed_in() {
    EntryDraft wordless =
        new EntryDraft(UUID.randomUUID(), FormulationPart.PRESENTING, "", null, BeliefId.next());
    assertThatThrownBy(
            () ->
                new FormulationDraft(
                    0,
                    "x".repeat(301),
                    List.of(
                        wordless,
                        BLANK,
                        entry(FormulationPart.PREDISPOSING, "x".repeat(501), 121),
                        entry(FormulationPart.PROTECTIVE, "a\0b", null))))
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong ->
                assertThat(wrong.problems())
                    .containsOnlyKeys(
                        "presenting1",
                        "predisposing2",
                        "predisposing2age",
                        "protective1",
                        "remark"));
  }

  @Test
  void a_version_says_something() {
    assertThatThrownBy(() -> new FormulationDraft(0, "nothing yet", List.of(BLANK)))
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong -> assertThat(wrong.code()).isEqualTo("formulation.empty"));
  }

  @Test
  void a_part_holds_eight_entries_and_no_more() {
    assertThat(new FormulationDraft(0, null, Collections.nCopies(8, TOLD)).told()).hasSize(8);
    assertThatThrownBy(() -> new FormulationDraft(0, null, Collections.nCopies(9, TOLD)))
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong -> assertThat(wrong.code()).isEqualTo("formulation.full"));
  }

  @Test
  void nothing_happened_at_an_age_that_the_client_has_not_reached() {
    FormulationDraft draft =
        new FormulationDraft(
            0,
            null,
            List.of(
                entry(FormulationPart.PRECIPITATING, "A loss.", 34),
                entry(FormulationPart.PRECIPITATING, "A move.", 35)));
    draft.requireLived(35);
    draft.requireLived(null);
    assertThatThrownBy(() -> draft.requireLived(34))
        .isInstanceOfSatisfying(
            InvalidException.class,
            wrong -> assertThat(wrong.problems()).containsOnlyKeys("precipitating2age"));
  }

  @Test
  void only_what_happened_has_an_age() {
    assertThat(entry(FormulationPart.PROTECTIVE, "A sister.", 7).age()).isNull();
    assertThat(entry(FormulationPart.PREDISPOSING, "A loss.", 7).age()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "01", "x", "1 ", "9999999999"})
  void what_names_no_version_is_answered_like_one_that_is_not_there(String text) {
    assertThatThrownBy(() -> VersionNumber.of(text)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void without_a_number_no_version_is_named() {
    assertThat(VersionNumber.of(null)).isNull();
    assertThat(VersionNumber.of("")).isNull();
    assertThat(VersionNumber.of("12")).isEqualTo(new VersionNumber(12));
  }

  private static EntryDraft entry(FormulationPart part, String words, @Nullable Integer age) {
    return new EntryDraft(UUID.randomUUID(), part, words, age, null);
  }
}
