package health.trellis.formulation;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.kernel.BeliefId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormulationDifferenceTest {
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID TWO = UUID.randomUUID();
  private static final FormulationPart ROOTS = FormulationPart.PREDISPOSING;
  private static final FormulationPart HELPS = FormulationPart.PROTECTIVE;

  @Test
  void what_came_what_went_and_what_changed_is_told_by_part() {
    EntryView left = entry(ONE, ROOTS, "The father left.");
    EntryView leftEarly = entry(ONE, ROOTS, "The father left and did not write.");
    EntryView plans = entry(TWO, HELPS, "Likes plans.");
    EntryView sister = entry(UUID.randomUUID(), HELPS, "A sister.");
    EntryView humour = entry(UUID.randomUUID(), HELPS, "Humour.");
    FormulationDifference difference =
        FormulationDifference.between(
            List.of(plans, left, humour), List.of(leftEarly, sister, humour));
    assertThat(difference.changes())
        .containsExactly(
            FormulationChange.changed(left, leftEarly),
            FormulationChange.came(sister),
            FormulationChange.went(plans));
    assertThat(difference.kept()).isEqualTo(1);
  }

  @Test
  void between_a_version_and_itself_nothing_changed() {
    List<EntryView> same = List.of(entry(ONE, ROOTS, "A loss."), entry(TWO, HELPS, "A friend."));
    assertThat(FormulationDifference.between(same, same).changes()).isEmpty();
    assertThat(FormulationDifference.between(same, same).kept()).isEqualTo(2);
  }

  @Test
  void another_order_is_no_change() {
    EntryView one = entry(ONE, HELPS, "A friend.");
    EntryView two = entry(TWO, HELPS, "A choir.");
    FormulationDifference difference =
        FormulationDifference.between(List.of(one, two), List.of(two, one));
    assertThat(difference.changes()).isEmpty();
  }

  @Test
  void another_age_or_belief_is_a_change_and_new_words_of_the_same_belief_are_none() {
    BeliefId id = BeliefId.next();
    EntryView plain = entry(ONE, ROOTS, "A loss.", null, null);
    EntryView aged = entry(ONE, ROOTS, "A loss.", 7, null);
    EntryView linked =
        entry(ONE, ROOTS, "A loss.", null, new LinkedBelief(id, "Nobody stays.", 80));
    EntryView revised =
        entry(ONE, ROOTS, "A loss.", null, new LinkedBelief(id, "Some stay.", null));
    assertThat(FormulationDifference.between(List.of(plain), List.of(aged)).changes())
        .containsExactly(FormulationChange.changed(plain, aged));
    assertThat(FormulationDifference.between(List.of(plain), List.of(linked)).changes())
        .containsExactly(FormulationChange.changed(plain, linked));
    assertThat(FormulationDifference.between(List.of(linked), List.of(revised)).changes())
        .isEmpty();
  }

  @Test
  void the_same_words_written_anew_are_another_entry_and_so_are_those_of_another_part() {
    EntryView first = entry(ONE, HELPS, "A friend.");
    EntryView anew = entry(TWO, HELPS, "A friend.");
    EntryView elsewhere = entry(ONE, ROOTS, "A friend.");
    assertThat(FormulationDifference.between(List.of(first), List.of(anew)).changes())
        .containsExactly(FormulationChange.came(anew), FormulationChange.went(first));
    assertThat(FormulationDifference.between(List.of(first), List.of(elsewhere)).changes())
        .containsExactly(FormulationChange.came(elsewhere), FormulationChange.went(first));
  }

  private static EntryView entry(UUID line, FormulationPart part, String words) {
    return entry(line, part, words, null, null);
  }

  private static EntryView entry(
      UUID line,
      FormulationPart part,
      String words,
      @Nullable Integer age,
      @Nullable LinkedBelief belief) {
    return new EntryView(line, part, words, age, belief);
  }
}
