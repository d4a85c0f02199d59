package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SupporterId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a therapist does with a client's goals: read, propose, revise and share them. */
@Service
public class GoalService {
  private static final int YEARS = 10;

  @Inject private ClientAccess access;
  @Inject private GoalRepository goals;
  @Inject private GoalBook book;
  @Inject private GoalNames names;
  @Inject private ClinicStarterRepository starters;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The client's goals, and what they come to. */
  @AllowedTo(Role.THERAPIST)
  public GoalList list(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    GoalList list = book.list(client, today());
    audit.record(Act.GOALS_READ, client.id(), client.id());
    return list;
  }

  /** What the page offers that proposes a goal. */
  @AllowedTo(Role.THERAPIST)
  public GoalForm chooseToPropose(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    audit.record(Act.BELIEFS_READ, client.id(), client.id());
    return form(
        client,
        null,
        starters.listOffered(client, caller.get().clinic()).stream()
            .map(ClinicStarter::view)
            .toList());
  }

  /** What the page offers that revises a goal. */
  @AllowedTo(Role.THERAPIST)
  public GoalForm chooseToRevise(ClientId id, GoalId goalId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    GoalView goal = goals.get(client, goalId).view();
    audit.record(Act.GOALS_READ, client.id(), goalId);
    audit.record(Act.BELIEFS_READ, client.id(), client.id());
    return form(client, goal, List.of());
  }

  /** Proposes a goal; the same key again gives the same goal. */
  @AllowedTo(Role.THERAPIST)
  public GoalId propose(ClientId id, GoalDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    goals.holdRanks(client);
    Optional<GoalId> already = goals.findByRequest(client, key);
    if (already.isPresent()) {
      return already.get();
    }
    client.requireOpen();
    check(client, draft, null);
    SupportGoal goal = SupportGoal.proposed(client, caller.get(), draft, key, clock.instant());
    goals.add(client, goal);
    audit.record(Act.GOAL_PROPOSED, client.id(), goal.id());
    return goal.id();
  }

  /** Says a goal as it is understood now, on top of the version that was seen. */
  @AllowedTo(Role.THERAPIST)
  public void revise(ClientId id, SeenGoal seen, GoalDraft draft) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    goals.holdRanks(client);
    SupportGoal goal = goals.getForChange(client, seen.id());
    client.requireOpen();
    goal.requireVersion(seen.version());
    check(client, draft, goal.view());
    goal.revise(draft, seen.version(), clock.instant());
    audit.record(Act.GOAL_REVISED, client.id(), goal.id());
  }

  /**
   * Proposes a goal to the client, who can read it in the portal from then on, and offers the
   * levels that are described and not agreed yet.
   */
  @AllowedTo(Role.THERAPIST)
  public void share(ClientId id, SeenGoal seen) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupportGoal goal = goals.getForChange(client, seen.id());
    client.requireOpen();
    goal.share(caller.get(), seen.version(), clock.instant());
    goals
        .findDraftForChange(client, goal.id())
        .filter(scale -> scale.view().told().complete())
        .ifPresent(scale -> scale.offer(caller.get(), clock.instant()));
    audit.record(Act.GOAL_SHARED, client.id(), goal.id());
  }

  /** Takes a goal back from the client, whatever else changed of it; at once, and always. */
  @AllowedTo(Role.THERAPIST)
  public void takeBack(ClientId id, GoalId goalId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupportGoal goal = goals.getForChange(client, goalId);
    if (goal.shared()) {
      goal.takeBack();
      audit.record(Act.GOAL_TAKEN_BACK, client.id(), goalId);
    }
  }

  private GoalForm form(OpenClient client, @Nullable GoalView goal, List<StarterView> own) {
    return new GoalForm(
        ClientHead.of(client, today()),
        goal,
        names.beliefs(client),
        names.supporters(client, goal == null ? null : goal.told().supporter()),
        own,
        today());
  }

  /** The rank is free, the belief the client's, the supporter there, and a new date lies ahead. */
  private void check(OpenClient client, GoalDraft draft, @Nullable GoalView before) {
    Integer rank = draft.rank();
    if (rank != null && goals.ranked(client, rank, before == null ? null : before.id())) {
      throw new InvalidException("rank", "goal.rank.taken");
    }
    BeliefId belief = draft.belief();
    if (belief != null
        && names.beliefs(client).stream().noneMatch(each -> each.id().equals(belief))) {
      throw new NotFoundException("no such belief of this client");
    }
    requireThere(client, draft.supporter(), before == null ? null : before.told().supporter());
    LocalDate until = draft.targetDate();
    if (until != null && (before == null || !until.equals(before.told().targetDate()))) {
      if (until.isBefore(today())) {
        throw new InvalidException("targetDate", "goal.targetDate.past");
      }
      if (until.isAfter(today().plusYears(YEARS))) {
        throw new InvalidException("targetDate", "goal.targetDate.far");
      }
    }
  }

  private void requireThere(
      OpenClient client, @Nullable SupporterId supporter, @Nullable SupporterId before) {
    if (supporter == null) {
      return;
    }
    names.holdMap(client);
    if (names.supporters(client, before).stream().noneMatch(each -> each.id().equals(supporter))) {
      throw new InvalidException("supporter", "goal.supporter.gone");
    }
  }

  private LocalDate today() {
    return caller.get().today(clock);
  }
}
