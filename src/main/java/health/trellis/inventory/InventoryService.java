package health.trellis.inventory;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.clients.Treatment;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a therapist does with inventories: give one, take it back, read the result, release it. */
@Service
public class InventoryService {
  @Inject private ClientAccess access;
  @Inject private Treatment treatment;
  @Inject private AssignmentRepository assignments;
  @Inject private AnswerRepository answers;
  @Inject private Instruments instruments;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What can be given to this client, in the client's language where there is one. */
  @AllowedTo(Role.THERAPIST)
  public AssignmentForm choose(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    List<Inventory> offered =
        instruments.catalog().list().stream()
            .map(Inventory::code)
            .distinct()
            .map(code -> inventoryFor(client, code))
            .toList();
    return new AssignmentForm(
        ClientHead.of(client, caller.get().today(clock)),
        offered,
        caller.get().today(clock),
        treatment.wasInvited(client));
  }

  /** Gives an inventory, due on a date; the same key again gives the same assignment. */
  @AllowedTo(Role.THERAPIST)
  public AssignmentId assign(ClientId id, InventoryCode code, LocalDate dueOn, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Optional<AssignmentId> already = assignments.findByRequest(client, key);
    if (already.isPresent()) {
      return already.get();
    }
    checkDue(dueOn);
    client.requireOpen();
    Inventory inventory = inventoryFor(client, code);
    assignments.use(client, inventory);
    Assignment assignment =
        Assignment.to(client, caller.get(), inventory, dueOn, key, clock.instant());
    assignments.add(client, assignment);
    audit.record(Act.INVENTORY_ASSIGNED, client.id(), assignment.id());
    return assignment.id();
  }

  /** An inventory that was given, to be looked at before it is taken back. */
  @AllowedTo(Role.THERAPIST)
  public WithdrawalForm chooseToWithdraw(ClientId id, AssignmentId assignmentId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Assignment assignment = assignments.get(client, assignmentId);
    Inventory inventory = assignment.inventory(instruments.catalog());
    return new WithdrawalForm(
        ClientHead.of(client, caller.get().today(clock)),
        inventory.title(),
        assignment.assignedAt(),
        assignment.dueOn(),
        answers.list(client, assignmentId).values().stream().filter(GivenAnswer::given).count(),
        inventory.items().size(),
        assignment.open());
  }

  /** Takes back an inventory that was not submitted; once taken back, it stays so. */
  @AllowedTo(Role.THERAPIST)
  public void withdraw(ClientId id, AssignmentId assignmentId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Assignment assignment = assignments.getForChange(client, assignmentId);
    assignment.withdraw(clock.instant());
    audit.record(Act.INVENTORY_WITHDRAWN, client.id(), assignment.id());
  }

  /** The result of a submitted inventory, with the times before. */
  @AllowedTo(Role.THERAPIST)
  public ResultView result(ClientId id, AssignmentId assignmentId) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    List<Assignment> all = assignments.listSubmitted(client);
    Assignment assignment =
        all.stream()
            .filter(each -> each.id().equals(assignmentId))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("no such result of this client"));
    ResultAssembler result =
        new ResultAssembler(instruments.catalog(), assignment, all, answers.listScores(client));
    Optional<AssignmentId> before = result.earlier().map(Assignment::id);
    Map<AssignmentId, Map<ItemCode, GivenAnswer>> given =
        answers.listOf(
            client, before.map(b -> List.of(assignmentId, b)).orElse(List.of(assignmentId)));
    audit.record(Act.RESULT_READ, client.id(), assignment.id());
    return new ResultView(
        ClientHead.of(client, caller.get().today(clock)),
        assignment.id(),
        assignment.version(),
        result.inventory(),
        ResultAssembler.submittedAt(assignment),
        result.earlier().map(ResultAssembler::submittedAt).orElse(null),
        result.total(),
        result.of(Scale.Kind.SUBSCALE),
        result.of(Scale.Kind.SIGN_INDEX),
        result.of(Scale.Kind.BENEFITS),
        result.of(Scale.Kind.COSTS),
        result.answers(
            given.getOrDefault(assignmentId, Map.of()),
            before.map(b -> given.getOrDefault(b, Map.of())).orElse(Map.of())),
        result.course(),
        assignment.reviewedAt(),
        assignment.releasedAt(),
        client.scope() == Scope.TREATING);
  }

  /** Notes that the result was reviewed, so that it leaves the desk. */
  @AllowedTo(Role.THERAPIST)
  public void markReviewed(ClientId id, AssignmentId assignmentId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Assignment assignment = assignments.getForChange(client, assignmentId);
    assignment.review(caller.get(), clock.instant());
    audit.record(Act.RESULT_REVIEWED, client.id(), assignment.id());
  }

  /** Makes the result visible to the client. */
  @AllowedTo(Role.THERAPIST)
  public void release(ClientId id, AssignmentId assignmentId, long seenVersion) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Assignment assignment = assignments.getForChange(client, assignmentId);
    assignment.requireVersion(seenVersion);
    assignment.release(caller.get(), clock.instant());
    audit.record(Act.RESULT_RELEASED, client.id(), assignment.id());
  }

  /** Takes the release back. */
  @AllowedTo(Role.THERAPIST)
  public void revoke(ClientId id, AssignmentId assignmentId, long seenVersion) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Assignment assignment = assignments.getForChange(client, assignmentId);
    assignment.requireVersion(seenVersion);
    assignment.revoke();
    audit.record(Act.RELEASE_REVOKED, client.id(), assignment.id());
  }

  private Inventory inventoryFor(OpenClient client, InventoryCode code) {
    return instruments.find(code, client.language());
  }

  private void checkDue(LocalDate dueOn) {
    LocalDate today = caller.get().today(clock);
    if (dueOn.isBefore(today)) {
      throw new InvalidException("dueOn", "assign.due.past");
    }
    if (dueOn.isAfter(today.plusYears(1))) {
      throw new InvalidException("dueOn", "assign.due.far");
    }
  }
}
