package health.trellis.portal;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.inventory.AssignmentRow;
import health.trellis.inventory.InventoryLists;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** What a client sees first. */
@Service
public class PortalService {
  @Inject private ClientAccess access;
  @Inject private InventoryLists inventories;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** What there is to do, and what was shared. */
  @AllowedTo(Role.CLIENT)
  public PortalHome home() {
    OpenClient client = access.openOwn();
    List<AssignmentRow> all = inventories.of(client);
    audit.record(Act.PORTAL_READ, client.id(), client.id());
    return new PortalHome(
        client.name(),
        caller.get().therapists(),
        all.stream()
            .filter(AssignmentRow::open)
            .sorted(Comparator.comparing(AssignmentRow::dueOn))
            .toList(),
        all.stream().filter(row -> !row.open() && !row.released()).toList(),
        all.stream().filter(AssignmentRow::released).toList());
  }
}
