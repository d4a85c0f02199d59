package health.trellis.thread;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.beliefs.BeliefBook;
import health.trellis.beliefs.BeliefList;
import health.trellis.beliefs.BeliefRow;
import health.trellis.beliefs.BeliefView;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenCaseload;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NoteQuery;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The links between a client's beliefs and what they are seen in: notes, and answers. */
@Service
public class LinkService {
  @Inject private ClientAccess access;
  @Inject private LinkRepository links;
  @Inject private BeliefBook beliefs;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The beliefs that a note is about. */
  @AllowedTo(Role.THERAPIST)
  public NoteBeliefs read(ClientId id, NoteId note) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    NoteBeliefs about = get(client, note);
    record(
        Act.BELIEFS_READ, client.id(), about.beliefs().stream().map(LinkedBelief::belief).toList());
    return about;
  }

  /** What the page offers that chooses a note's beliefs. */
  @AllowedTo(Role.THERAPIST)
  public LinkForm choose(ClientId id, NoteId note) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    NoteBeliefs about = get(client, note);
    BeliefList ledger = ledger(client);
    audit.record(Act.BELIEFS_READ, client.id(), client.id());
    return new LinkForm(
        ledger.head(), about, ledger.rows().stream().map(BeliefRow::belief).toList());
  }

  /** Links a note with beliefs and undoes other links; what is so already stays as it is. */
  @AllowedTo(Role.THERAPIST)
  public void link(ClientId id, NoteId note, LinkChange change) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    if (!get(client, note).mayLink()) {
      throw new ConflictException("conflict.closed");
    }
    requireHeld(client, change.added());
    if (!change.added().isEmpty()) {
      record(
          Act.BELIEF_LINKED, client.id(), links.add(client, note, change.added(), clock.instant()));
    }
    if (!change.removed().isEmpty()) {
      record(
          Act.BELIEF_UNLINKED,
          client.id(),
          links.remove(client, note, change.removed(), clock.instant()));
    }
  }

  /** The beliefs about which the answers to an inventory are evidence. */
  @AllowedTo(Role.THERAPIST)
  public AnsweredBeliefs readAnswered(ClientId id, AssignmentId assignment) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    AnsweredBeliefs answered = links.listAnswered(client, assignment);
    record(
        Act.BELIEFS_READ,
        client.id(),
        answered.byItem().values().stream()
            .flatMap(List::stream)
            .map(NamedBelief::belief)
            .distinct()
            .toList());
    return answered;
  }

  /** By which beliefs this search can be limited: those of the one client to whom it is. */
  @AllowedTo(Role.THERAPIST)
  public List<NamedBelief> listToSearch(NoteQuery query) {
    OpenCaseload own = access.openCaseload();
    ClientId client = query.client();
    List<NamedBelief> found = client == null ? List.of() : links.listToSearch(own, client);
    if (client != null) {
      record(Act.BELIEFS_READ, client, found.stream().map(NamedBelief::belief).toList());
    }
    return found;
  }

  private NoteBeliefs get(OpenClient client, NoteId note) {
    return links
        .find(client, note)
        .orElseThrow(() -> new NotFoundException("no such note of this client"));
  }

  private void requireHeld(OpenClient client, Set<BeliefId> chosen) {
    if (chosen.isEmpty()) {
      return;
    }
    Set<BeliefId> held =
        ledger(client).rows().stream()
            .map(BeliefRow::belief)
            .map(BeliefView::id)
            .collect(Collectors.toSet());
    if (!held.containsAll(chosen)) {
      throw new NotFoundException("no such belief of this client");
    }
  }

  private BeliefList ledger(OpenClient client) {
    return beliefs.list(client, caller.get().today(clock));
  }

  private void record(Act act, ClientId client, Collection<BeliefId> each) {
    audit.recordEach(act, each.stream().collect(Collectors.toMap(b -> b, b -> client)));
  }
}
