package health.trellis.thread;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.kernel.BeliefId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkChangeTest {
  private static final BeliefId KEPT = BeliefId.next();
  private static final BeliefId NEW = BeliefId.next();
  private static final BeliefId GONE = BeliefId.next();

  @Test
  void a_change_names_what_came_and_what_went_and_nothing_that_stayed() {
    LinkChange.Of<BeliefId> change = LinkChange.Of.between(Set.of(KEPT, GONE), Set.of(KEPT, NEW));
    assertThat(change.added()).containsExactly(NEW);
    assertThat(change.removed()).containsExactly(GONE);
  }

  @Test
  void a_choice_as_it_was_seen_changes_nothing() {
    LinkChange.Of<BeliefId> change = LinkChange.Of.between(Set.of(KEPT), Set.of(KEPT));
    assertThat(change.added()).isEmpty();
    assertThat(change.removed()).isEmpty();
  }
}
