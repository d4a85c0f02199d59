package health.trellis.thread;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.goals.GoalBook;
import health.trellis.goals.RatedGoal;
import health.trellis.inventory.InventoryLists;
import health.trellis.inventory.QuotedResult;
import health.trellis.kernel.ClientId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of a client's other records can be quoted in a note while it is written. */
@Service
public class QuotationService {
  @Inject private ClientAccess access;
  @Inject private InventoryLists inventories;
  @Inject private GoalBook goals;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** The last result, in the writer's language where it can be told in it; it is in the log. */
  @AllowedTo(Role.THERAPIST)
  public Optional<QuotedResult> latestResult(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Optional<QuotedResult> result = inventories.latest(client, caller.get().language());
    result.ifPresent(
        shown -> audit.record(Act.RESULT_READ, client.id(), shown.latest().assignment()));
    return result;
  }

  /** The goals that are worked on, with their last ratings; each is in the log. */
  @AllowedTo(Role.THERAPIST)
  public List<RatedGoal> latestRatings(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    List<RatedGoal> rated = goals.rated(client);
    audit.recordEach(
        Act.GOALS_READ,
        rated.stream().collect(Collectors.toMap(each -> each.goal().id(), each -> client.id())));
    return rated;
  }
}
