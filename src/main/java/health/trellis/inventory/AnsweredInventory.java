package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A submitted inventory with its items, where they are referred to.
 *
 * @param language of the items' texts
 * @param items those that were answered, in the order asked
 */
public record AnsweredInventory(
    AssignmentId assignment,
    InventoryCode code,
    int version,
    String language,
    Instant submittedAt,
    List<AnsweredItem> items) {
  /** The item with this code; empty where it was not answered. */
  public Optional<AnsweredItem> find(String item) {
    return items.stream().filter(each -> each.code().value().equals(item)).findFirst();
  }
}
