package health.trellis.portal;

import health.trellis.inventory.AssignmentRow;
import java.util.List;

/**
 * A client's home.
 *
 * @param name the client's own name
 * @param tasks inventories to answer, soonest due first
 * @param sent inventories that were sent and not shared yet, newest first
 * @param shared results that the therapist shared, newest first
 */
public record PortalHome(
    String name, List<AssignmentRow> tasks, List<AssignmentRow> sent, List<AssignmentRow> shared) {}
