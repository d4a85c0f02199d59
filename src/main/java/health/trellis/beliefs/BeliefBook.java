package health.trellis.beliefs;

import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.PersonNames;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's ledger of beliefs, for the pages that put it beside other records. It needs the
 * client's key.
 */
@ApplicationScoped
public class BeliefBook {
  @Inject private BeliefRepository beliefs;
  @Inject private PersonNames names;

  /** The client's beliefs, with how each was rated first and last. */
  public BeliefList list(OpenClient client, LocalDate today) {
    List<BeliefView> held = beliefs.list(client).stream().map(Belief::view).toList();
    Map<BeliefId, List<Conviction>> ratings =
        beliefs.ratings(client, held.stream().map(BeliefView::id).toList());
    return new BeliefList(
        ClientHead.of(client, today),
        held.stream().map(belief -> row(belief, ratings.get(belief.id()))).toList(),
        client.scope() == Scope.TREATING);
  }

  /** One belief, with all that was done about it. */
  public BeliefPage page(OpenClient client, BeliefId id, LocalDate today) {
    BeliefView belief = beliefs.get(client, id).view();
    List<Conviction> ratings = beliefs.ratings(client, List.of(id)).getOrDefault(id, List.of());
    List<Evidence> evidence = beliefs.listEvidence(client, id);
    Set<PersonId> people = new HashSet<>();
    ratings.forEach(rating -> people.add(rating.ratedBy()));
    evidence.forEach(each -> people.add(each.addedBy()));
    Map<PersonId, String> called = names.of(client, people);
    return new BeliefPage(
        ClientHead.of(client, today),
        belief,
        ratings.stream().map(rating -> rating.view(rating.by(client, called))).toList(),
        beliefs.listExperiments(client, id).stream().map(each -> each.view(ratings)).toList(),
        evidence.stream().map(each -> each.view(called.getOrDefault(each.addedBy(), ""))).toList(),
        client.scope() == Scope.TREATING);
  }

  /**
   * Adds evidence to a belief, whose source the caller has looked up; the same key again adds
   * nothing.
   *
   * @return whether it was added now
   */
  public boolean add(
      OpenClient client, Caller caller, BeliefId id, EvidenceDraft draft, RequestKey key, Now now) {
    Belief belief = beliefs.get(client, id);
    if (beliefs.added(client, key)) {
      return false;
    }
    client.requireOpen();
    if (draft.happenedOn().isAfter(now.today())) {
      throw new InvalidException("happenedOn", "evidence.date.future");
    }
    if (client.birthDate().filter(draft.happenedOn()::isBefore).isPresent()) {
      throw new InvalidException("happenedOn", "evidence.date.unborn");
    }
    beliefs.add(client, Evidence.of(belief, client, caller, draft, key, now.at()));
    return true;
  }

  /** The moment at which something is done, and its day by the clinic's calendar. */
  public record Now(Instant at, LocalDate today) {}

  private static BeliefRow row(BeliefView belief, @Nullable List<Conviction> ratings) {
    return ratings == null
        ? new BeliefRow(belief, null, null)
        : new BeliefRow(belief, ratings.get(0).view(""), ratings.get(ratings.size() - 1).view(""));
  }
}
