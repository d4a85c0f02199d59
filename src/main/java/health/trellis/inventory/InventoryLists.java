package health.trellis.inventory;

import health.trellis.clients.OpenClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/**
 * A client's assignments as lists, for the pages that compose features. It needs the client's key.
 */
@ApplicationScoped
public class InventoryLists {
  @Inject private AssignmentRepository assignments;
  @Inject private Instruments instruments;

  /** The client's assignments that were not withdrawn, newest first. */
  public List<AssignmentRow> of(OpenClient client) {
    return assignments.list(client).stream().map(this::row).toList();
  }

  private AssignmentRow row(AssignmentRepository.Listed listed) {
    Assignment assignment = listed.assignment();
    Inventory inventory = assignment.inventory(instruments.catalog());
    BigDecimal mean = listed.mean().orElse(null);
    return new AssignmentRow(
        assignment.id(),
        inventory.title(),
        assignment.dueOn(),
        assignment.assignedAt(),
        assignment.submittedAt(),
        assignment.reviewedAt() != null,
        assignment.releasedAt() != null,
        listed.answered(),
        inventory.items().size(),
        inventory.minutes(),
        mean,
        ResultAssembler.words(inventory, mean));
  }
}
