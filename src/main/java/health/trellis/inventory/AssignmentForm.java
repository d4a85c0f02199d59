package health.trellis.inventory;

import health.trellis.clients.ClientHead;
import java.time.LocalDate;
import java.util.List;

/**
 * What the page for giving an inventory offers: the instruments, and today in the clinic's zone.
 *
 * @param portal whether the client was invited to the portal, and so can come to it
 */
public record AssignmentForm(
    ClientHead head, List<Inventory> inventories, LocalDate today, boolean portal) {}
