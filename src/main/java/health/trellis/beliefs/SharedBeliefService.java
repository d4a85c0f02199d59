package health.trellis.beliefs;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What a client does with the own beliefs that a therapist shared: read and rate them. */
@Service
public class SharedBeliefService {
  @Inject private ClientAccess access;
  @Inject private SharedBeliefs shared;
  @Inject private BeliefRepository beliefs;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What is shared now, the first named first. */
  @AllowedTo(Role.CLIENT)
  public List<SharedBelief> list() {
    OpenClient client = access.openOwn();
    List<SharedBelief> held = shared.list(client);
    audit.record(Act.SHARED_BELIEFS_READ, client.id(), client.id());
    return held;
  }

  /** One of them. */
  @AllowedTo(Role.CLIENT)
  public SharedBeliefPage open(BeliefId id) {
    OpenClient client = access.openOwn();
    SharedBelief belief = get(client, id);
    audit.record(Act.SHARED_BELIEFS_READ, client.id(), id);
    return new SharedBeliefPage(belief, caller.get().therapists());
  }

  /** Rates how true it feels now; the same key again rates nothing. */
  @AllowedTo(Role.CLIENT)
  public void rate(BeliefId id, ConvictionDraft draft, RequestKey key) {
    OpenClient client = access.openOwn();
    SharedBelief belief = get(client, id);
    if (beliefs.rated(client, key)) {
      return;
    }
    if (!belief.takesRating()) {
      throw new ConflictException("conflict.closed");
    }
    if (draft.alternative() != null && belief.alternative() == null) {
      throw new ConflictException("conflict.noAlternative");
    }
    Conviction rating = Conviction.of(id, client, caller.get(), draft, key, clock.instant());
    beliefs.add(client, rating);
    audit.record(Act.CONVICTION_RATED, client.id(), id);
  }

  private SharedBelief get(OpenClient client, BeliefId id) {
    return shared.list(client).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("not shared"));
  }
}
