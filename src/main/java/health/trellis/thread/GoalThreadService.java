package health.trellis.thread;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.goals.GoalBook;
import health.trellis.goals.GoalPage;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** A goal as a therapist reads it: beside the notes that are about it. */
@Service
public class GoalThreadService {
  @Inject private ClientAccess access;
  @Inject private GoalBook goals;
  @Inject private NoteLinkRepository links;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** One goal with all that belongs to it. */
  @AllowedTo(Role.THERAPIST)
  public GoalThread open(ClientId id, GoalId goalId) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    GoalPage page = goals.page(client, goalId, caller.get().today(clock));
    List<LinkedNote> notes = links.list(client, goalId);
    audit.record(Act.GOALS_READ, client.id(), goalId);
    audit.recordEach(
        Act.NOTE_LISTED,
        notes.stream().collect(Collectors.toMap(LinkedNote::note, note -> client.id())));
    return new GoalThread(page, notes);
  }
}
