package health.trellis.beliefs;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** What a therapist does with a client's beliefs: name, revise and rate them. */
@Service
public class BeliefService {
  @Inject private ClientAccess access;
  @Inject private BeliefRepository beliefs;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What the page offers that names a belief. */
  @AllowedTo(Role.THERAPIST)
  public BeliefForm chooseToName(ClientId id) {
    return new BeliefForm(head(access.open(id).in(Scope.TREATING)), null);
  }

  /** What the page offers that revises a belief. */
  @AllowedTo(Role.THERAPIST)
  public BeliefForm chooseToRevise(ClientId id, BeliefId beliefId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    BeliefView belief = beliefs.get(client, beliefId).view();
    audit.record(Act.BELIEFS_READ, client.id(), beliefId);
    return new BeliefForm(head(client), belief);
  }

  /** Names a belief; the same key again gives the same belief. */
  @AllowedTo(Role.THERAPIST)
  public BeliefId name(ClientId id, BeliefDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Optional<BeliefId> already = beliefs.findByRequest(client, key);
    if (already.isPresent()) {
      return already.get();
    }
    client.requireOpen();
    requireLived(client, draft);
    Belief belief = Belief.named(client, caller.get(), draft, key, clock.instant());
    beliefs.add(client, belief);
    audit.record(Act.BELIEF_NAMED, client.id(), belief.id());
    return belief.id();
  }

  /** Says a belief as it is understood now, on top of the version that was seen. */
  @AllowedTo(Role.THERAPIST)
  public void revise(ClientId id, BeliefId beliefId, long seenVersion, BeliefDraft draft) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Belief belief = beliefs.getForChange(client, beliefId);
    client.requireOpen();
    requireLived(client, draft);
    belief.revise(draft, seenVersion, clock.instant());
    audit.record(Act.BELIEF_REVISED, client.id(), beliefId);
  }

  /** Rates how true a belief and its alternative feel now; the same key again rates nothing. */
  @AllowedTo(Role.THERAPIST)
  public void rate(ClientId id, BeliefId beliefId, ConvictionDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Belief belief = beliefs.get(client, beliefId);
    if (beliefs.rated(client, key)) {
      return;
    }
    client.requireOpen();
    Conviction rating = Conviction.of(belief, client, caller.get(), draft, key, clock.instant());
    beliefs.add(client, rating);
    audit.record(Act.CONVICTION_RATED, client.id(), beliefId);
  }

  /** Lets the client read and rate a belief in the portal. */
  @AllowedTo(Role.THERAPIST)
  public void share(ClientId id, BeliefId beliefId, long seenVersion, boolean withRatings) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Belief belief = beliefs.getForChange(client, beliefId);
    client.requireOpen();
    belief.share(caller.get(), withRatings, seenVersion, clock.instant());
    audit.record(Act.BELIEF_SHARED, client.id(), beliefId);
  }

  /** Takes a belief back from the client, whatever else changed of it; at once, and always. */
  @AllowedTo(Role.THERAPIST)
  public void takeBack(ClientId id, BeliefId beliefId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Belief belief = beliefs.getForChange(client, beliefId);
    if (belief.shared()) {
      belief.takeBack();
      audit.record(Act.BELIEF_TAKEN_BACK, client.id(), beliefId);
    }
  }

  private void requireLived(OpenClient client, BeliefDraft draft) {
    Integer learned = draft.originAge();
    Integer age = head(client).age();
    if (learned != null && age != null && learned > age) {
      throw new InvalidException("originAge", "belief.originAge.future");
    }
  }

  private ClientHead head(OpenClient client) {
    return ClientHead.of(client, caller.get().today(clock));
  }
}
