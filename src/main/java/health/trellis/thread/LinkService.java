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
import health.trellis.goals.GoalBook;
import health.trellis.goals.GoalView;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NoteQuery;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links between a client's beliefs and goals and what they are seen in: notes, and answers. */
@Service
public class LinkService {
  @Inject private ClientAccess access;
  @Inject private NoteLinkRepository links;
  @Inject private LinkRepository others;
  @Inject private BeliefBook beliefs;
  @Inject private GoalBook goals;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The beliefs and goals that a note is about. */
  @AllowedTo(Role.THERAPIST)
  public NoteLinks read(ClientId id, NoteId note) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    NoteLinks about = get(client, note);
    record(Act.BELIEFS_READ, client.id(), about.beliefs().stream().map(LinkedBelief::belief));
    record(Act.GOALS_READ, client.id(), about.goals().stream().map(LinkedGoal::goal));
    return about;
  }

  /** What the page offers that chooses what a note is about. */
  @AllowedTo(Role.THERAPIST)
  public LinkForm choose(ClientId id, NoteId note) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    NoteLinks about = get(client, note);
    BeliefList ledger = ledger(client);
    audit.record(Act.BELIEFS_READ, client.id(), client.id());
    audit.record(Act.GOALS_READ, client.id(), client.id());
    return new LinkForm(
        ledger.head(),
        about,
        ledger.rows().stream().map(BeliefRow::belief).toList(),
        goals.views(client));
  }

  /** Links a note with beliefs and goals and undoes other links; what is so already stays. */
  @AllowedTo(Role.THERAPIST)
  public void link(ClientId id, NoteId note, LinkChange change) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    if (!get(client, note).mayLink()) {
      throw new ConflictException("conflict.closed");
    }
    linkBeliefs(client, note, change.beliefs());
    linkGoals(client, note, change.goals());
  }

  private void linkBeliefs(OpenClient client, NoteId note, LinkChange.Of<BeliefId> change) {
    Instant now = clock.instant();
    if (!change.added().isEmpty()) {
      requireHeld(
          change.added(),
          ledger(client).rows().stream().map(BeliefRow::belief).map(BeliefView::id));
      Set<BeliefId> added = links.addBeliefs(client, note, change.added(), now);
      record(Act.BELIEF_LINKED, client.id(), added.stream());
    }
    if (!change.removed().isEmpty()) {
      Set<BeliefId> removed = links.removeBeliefs(client, note, change.removed(), now);
      record(Act.BELIEF_UNLINKED, client.id(), removed.stream());
    }
  }

  private void linkGoals(OpenClient client, NoteId note, LinkChange.Of<GoalId> change) {
    Instant now = clock.instant();
    if (!change.added().isEmpty()) {
      requireHeld(change.added(), goals.views(client).stream().map(GoalView::id));
      Set<GoalId> added = links.addGoals(client, note, change.added(), now);
      record(Act.GOAL_LINKED, client.id(), added.stream());
    }
    if (!change.removed().isEmpty()) {
      Set<GoalId> removed = links.removeGoals(client, note, change.removed(), now);
      record(Act.GOAL_UNLINKED, client.id(), removed.stream());
    }
  }

  /** What leads on from the answers to an inventory: beliefs, and goals that touch the same. */
  @AllowedTo(Role.THERAPIST)
  public AnsweredLinks readAnswered(ClientId id, AssignmentId assignment) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    AnsweredLinks answered = others.listAnswered(client, assignment);
    record(
        Act.BELIEFS_READ,
        client.id(),
        answered.byItem().values().stream()
            .flatMap(List::stream)
            .map(NamedBelief::belief)
            .distinct());
    record(Act.GOALS_READ, client.id(), answered.goals().stream().map(TouchingGoal::goal));
    return answered;
  }

  /** By what this search can be limited: beliefs and goals of the one client to whom it is. */
  @AllowedTo(Role.THERAPIST)
  public SearchLimits listToSearch(NoteQuery query) {
    OpenCaseload own = access.openCaseload();
    ClientId client = query.client();
    if (client == null) {
      return SearchLimits.NONE;
    }
    SearchLimits found = others.listToSearch(own, client);
    record(Act.BELIEFS_READ, client, found.beliefs().stream().map(NamedBelief::belief));
    record(Act.GOALS_READ, client, found.goals().stream().map(NamedGoal::goal));
    return found;
  }

  private NoteLinks get(OpenClient client, NoteId note) {
    return links
        .find(client, note)
        .orElseThrow(() -> new NotFoundException("no such note of this client"));
  }

  private static <T> void requireHeld(Set<T> chosen, Stream<T> held) {
    if (!held.collect(Collectors.toSet()).containsAll(chosen)) {
      throw new NotFoundException("nothing such of this client");
    }
  }

  private BeliefList ledger(OpenClient client) {
    return beliefs.list(client, caller.get().today(clock));
  }

  private void record(Act act, ClientId client, Stream<? extends Identifier> each) {
    audit.recordEach(act, each.collect(Collectors.toMap(id -> id, id -> client)));
  }
}
