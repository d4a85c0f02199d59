package health.trellis.desk;

import health.trellis.clients.ClientHead;
import health.trellis.inventory.AssignmentRow;
import java.util.List;

/**
 * One client's overview.
 *
 * @param open inventories with the client
 * @param submitted inventories that were sent, newest first
 * @param mayAct whether the caller treats the client, and so may give an inventory
 */
public record ClientPage(
    ClientHead head, List<AssignmentRow> open, List<AssignmentRow> submitted, boolean mayAct) {}
