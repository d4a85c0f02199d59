package health.trellis.inventory;

import java.util.Set;

/**
 * An item whose answer alone asks for a clinician's attention, whatever the score. The
 * hyper-independence inventory has none.
 *
 * @param item the item
 * @param values the answers, as given, that raise it; at least one
 * @param reason what the therapist is told
 */
public record CriticalItem(ItemCode item, Set<Integer> values, String reason) {
  public CriticalItem {
    values = Set.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("critical item " + item + " names no answers");
    }
    Texts.require("the reason of critical item " + item, reason);
  }

  /** Whether these answers raise it; a missing answer raises nothing. */
  boolean raisedBy(Answers answers) {
    return answers.find(item).filter(values::contains).isPresent();
  }
}
