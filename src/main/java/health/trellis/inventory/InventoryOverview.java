package health.trellis.inventory;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All inventories of one client in short.
 *
 * @param rows the assignments that were not withdrawn, newest first
 * @param latest the last result that the reader may see; null where there is none
 */
public record InventoryOverview(List<AssignmentRow> rows, @Nullable LatestResult latest) {
  /** What is with the client, soonest due first. */
  public List<AssignmentRow> open() {
    return rows.stream()
        .filter(AssignmentRow::open)
        .sorted(Comparator.comparing(AssignmentRow::dueOn))
        .toList();
  }

  /** What was sent, newest first. */
  public List<AssignmentRow> submitted() {
    return rows.stream().filter(row -> !row.open()).toList();
  }
}
