package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that the page needs to ask an inventory, or to go on with one.
 *
 * @param answers what was saved so far, by item
 * @param therapists the names of those who will see the answers
 * @param submitted whether it was sent already
 */
public record Questionnaire(
    AssignmentId assignment,
    Inventory inventory,
    Map<ItemCode, GivenAnswer> answers,
    LocalDate dueOn,
    List<String> therapists,
    boolean submitted) {
  /** How many items are dealt with. */
  public int answered() {
    return (int) answers.values().stream().filter(GivenAnswer::given).count();
  }

  /** Whether this item was answered or declined. */
  public boolean given(Item item) {
    GivenAnswer answer = answers.get(item.code());
    return answer != null && answer.given();
  }
}
