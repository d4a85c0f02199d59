package health.trellis.portal;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.beliefs.SharedBeliefs;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Treatment;
import health.trellis.goals.SharedGoals;
import health.trellis.inventory.AssignmentRow;
import health.trellis.inventory.InventoryLists;
import health.trellis.inventory.InventoryOverview;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import health.trellis.support.SupportBook;
import jakarta.inject.Inject;

/** What a client sees first. */
@Service
public class PortalService {
  @Inject private ClientAccess access;
  @Inject private Treatment treatment;
  @Inject private InventoryLists inventories;
  @Inject private SharedBeliefs beliefs;
  @Inject private SharedGoals goals;
  @Inject private SupportBook support;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** What there is to do, and what was shared. */
  @AllowedTo(Role.CLIENT)
  public PortalHome home() {
    OpenClient client = access.openOwn();
    InventoryOverview overview = inventories.of(client);
    audit.record(Act.PORTAL_READ, client.id(), client.id());
    return new PortalHome(
        client.name(),
        caller.get().therapists(),
        treatment.leftLately(client),
        overview.open(),
        overview.submitted().stream().filter(row -> !row.released()).limit(1).toList(),
        overview.submitted().stream().filter(AssignmentRow::released).toList(),
        beliefs.list(client).size(),
        goals.list(client).size(),
        support.sharing(client).shared());
  }
}
