package health.trellis.inventory;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client does with an inventory: open it, answer it, send it, and read what was released.
 */
@Service
public class AnsweringService {
  @Inject private ClientAccess access;
  @Inject private AssignmentRepository assignments;
  @Inject private AnswerRepository answers;
  @Inject private Instruments instruments;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The questions, with what was answered so far. */
  @AllowedTo(Role.CLIENT)
  public Questionnaire open(AssignmentId id) {
    OpenClient client = access.openOwn();
    Assignment assignment = getGiven(client, id);
    Questionnaire questionnaire =
        new Questionnaire(
            assignment.id(),
            assignment.inventory(instruments.catalog()),
            answers.list(client, id),
            assignment.dueOn(),
            caller.get().therapists(),
            assignment.submittedAt() != null);
    audit.record(Act.INVENTORY_OPENED, client.id(), assignment.id());
    return questionnaire;
  }

  /**
   * Saves one answer and records it in one statement; the same key again changes nothing and is
   * answered alike.
   */
  @AllowedTo(Role.CLIENT)
  public SavedAnswer answer(AssignmentId id, ItemCode item, AnswerChange change) {
    OpenClient client = access.openOwn();
    Inventory inventory = getGiven(client, id).inventory(instruments.catalog());
    check(inventory, item, change);
    return answers.save(client, id, inventory, item, change, clock.instant());
  }

  /** Sends the answers, once; sending again is answered like the first time. */
  @AllowedTo(Role.CLIENT)
  public Submission submit(AssignmentId id) {
    OpenClient client = access.openOwn();
    Assignment assignment = assignments.getForChange(client, id);
    if (assignment.submittedAt() != null) {
      return new Submission(id, true, List.of());
    }
    assignment.requireOpen();
    Inventory inventory = assignment.inventory(instruments.catalog());
    Map<ItemCode, GivenAnswer> given = answers.list(client, id);
    List<ItemCode> missing = missing(inventory, given);
    if (!missing.isEmpty()) {
      return new Submission(id, false, missing);
    }
    answers.addScores(client, id, inventory, Scoring.score(inventory, values(given)));
    assignment.submit(clock.instant());
    return new Submission(id, true, List.of());
  }

  /** A result that the therapist released. */
  @AllowedTo(Role.CLIENT)
  public ClientResult result(AssignmentId id) {
    OpenClient client = access.openOwn();
    Assignment assignment = assignments.get(client, id);
    if (assignment.releasedAt() == null) {
      throw new NotFoundException("not released");
    }
    ResultAssembler result =
        new ResultAssembler(
            instruments.catalog(),
            assignment,
            assignments.listReleased(client),
            answers.listScores(client));
    audit.record(Act.RESULT_READ, client.id(), assignment.id());
    return new ClientResult(
        assignment.id(),
        result.inventory(),
        ResultAssembler.submittedAt(assignment),
        assignment.releasedAt(),
        result.earlier().map(ResultAssembler::submittedAt).orElse(null),
        result.total(),
        result.of(Scale.Kind.SUBSCALE),
        result.of(Scale.Kind.BENEFITS),
        result.of(Scale.Kind.COSTS),
        result.answers(answers.list(client, id), Map.of()),
        result.course());
  }

  private Assignment getGiven(OpenClient client, AssignmentId id) {
    Assignment assignment = assignments.get(client, id);
    if (assignment.withdrawnAt() != null) {
      throw new NotFoundException("taken back");
    }
    return assignment;
  }

  private static void check(Inventory inventory, ItemCode item, AnswerChange change) {
    try {
      if (change.value() == null) {
        inventory.item(item);
      } else {
        inventory.check(item, change.value());
      }
    } catch (UnusableAnswer unusable) {
      throw new InvalidException("value", "answer.wrong");
    }
  }

  private static List<ItemCode> missing(Inventory inventory, Map<ItemCode, GivenAnswer> given) {
    return inventory.items().stream()
        .filter(Item::required)
        .map(Item::code)
        .filter(code -> !given.containsKey(code) || !given.get(code).given())
        .toList();
  }

  private static Answers values(Map<ItemCode, GivenAnswer> given) {
    Map<ItemCode, Integer> values = new HashMap<>();
    given.forEach(
        (item, answer) -> {
          if (answer.value() != null) {
            values.put(item, answer.value());
          }
        });
    return new Answers(values);
  }
}
