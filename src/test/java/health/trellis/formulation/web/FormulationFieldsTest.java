package health.trellis.formulation.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.formulation.EntryDraft;
import health.trellis.formulation.EntryView;
import health.trellis.formulation.FormulationPart;
import health.trellis.formulation.FormulationView;
import health.trellis.formulation.VersionRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormulationFieldsTest {
  private static final FormulationPart HELPS = FormulationPart.PROTECTIVE;
  private static final UUID SISTER = UUID.randomUUID();

  private final FormulationFields fields = new FormulationFields();

  @Test
  void each_part_begins_with_one_blank_line() {
    for (FormulationPart part : FormulationPart.values()) {
      assertThat(fields.of(part)).singleElement().matches(EntryFields::blank);
    }
  }

  @Test
  void an_entry_keeps_its_line_from_version_to_version() {
    fields.show(version(entry(SISTER, "A sister.")));
    fields.of(HELPS).get(0).setWords("A sister who rings.");
    assertThat(told()).singleElement().extracting(EntryDraft::line).isEqualTo(SISTER);
  }

  @Test
  void the_last_line_leaves_a_blank_one_and_comes_back_in_its_place() {
    fields.show(version(entry(SISTER, "A sister.")));
    EntryFields removed = fields.remove(HELPS, 0);
    assertThat(words()).containsExactly("");
    fields.putBack(HELPS, 0, removed);
    assertThat(words()).containsExactly("A sister.");
  }

  @Test
  void a_part_takes_no_ninth_line() {
    IntStream.range(0, 20).forEach(i -> fields.add(HELPS));
    assertThat(fields.of(HELPS)).hasSize(8);
    assertThat(fields.full(HELPS)).isTrue();
  }

  @Test
  void what_is_taken_over_fills_a_blank_line_before_it_takes_another() {
    assertThat(fields.add(HELPS, EntryFields.of("A choir.", null, null))).isZero();
    assertThat(fields.add(HELPS, EntryFields.of("A friend.", null, null))).isEqualTo(1);
    assertThat(words()).containsExactly("A choir.", "A friend.");
  }

  @Test
  void it_has_as_many_lines_as_the_form_that_was_sent() {
    fields.fit(Set.of("protective1", "protective2", "protective3", "seen"));
    assertThat(fields.of(HELPS)).hasSize(3);
    assertThat(fields.of(FormulationPart.PRESENTING)).isEmpty();
    fields.fit(Set.of("protective1"));
    assertThat(fields.of(HELPS)).hasSize(1);
  }

  @Test
  void of_two_texts_nothing_is_lost_and_nothing_stands_twice() {
    fields.show(version(entry(SISTER, "A sister.")));
    fields.of(HELPS).get(0).setWords("A sister, my way.");
    FormulationView theirs =
        version(entry(SISTER, "A sister, their way."), entry(UUID.randomUUID(), "Only in theirs."));
    assertThat(fields.join(theirs)).isTrue();
    assertThat(fields.join(theirs)).isTrue();
    assertThat(words())
        .containsExactly("A sister, my way.", "A sister, their way.", "Only in theirs.");
    assertThat(told()).extracting(EntryDraft::line).doesNotHaveDuplicates();
  }

  @Test
  void what_finds_no_room_is_told() {
    FormulationView theirs =
        version(
            IntStream.range(0, 8)
                .mapToObj(i -> entry(UUID.randomUUID(), "Theirs " + i))
                .toArray(EntryView[]::new));
    fields.of(HELPS).get(0).setWords("Mine.");
    assertThat(fields.join(theirs)).isFalse();
    assertThat(fields.of(HELPS)).hasSize(8);
    assertThat(words()).startsWith("Mine.", "Theirs 0");
  }

  @Test
  void what_is_no_age_is_one_that_nobody_can_have() {
    EntryFields typed = EntryFields.of("A loss.", null, null);
    for (String age : List.of("seven", "-1", "7.5", "1234")) {
      typed.setAge(age);
      assertThat(typed.draft(FormulationPart.PREDISPOSING).age()).as(age).isNegative();
    }
    typed.setAge(" 7 ");
    assertThat(typed.draft(FormulationPart.PREDISPOSING).age()).isEqualTo(7);
  }

  private List<String> words() {
    return fields.of(HELPS).stream().map(EntryFields::getWords).toList();
  }

  private List<EntryDraft> told() {
    return fields.drafts().stream().filter(draft -> !draft.words().isEmpty()).toList();
  }

  private static EntryView entry(UUID line, String words) {
    return new EntryView(line, HELPS, words, null, null);
  }

  private static FormulationView version(EntryView... entries) {
    return new FormulationView(
        new VersionRow(1, Instant.EPOCH, "Maya", null), Stream.of(entries).toList());
  }
}
