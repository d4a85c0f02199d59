package health.trellis.thread;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened with a client, on one axis of time. */
@Service
public class TimelineService {
  /** How many entries a timeline shows; about three years of weekly sessions and their notes. */
  public static final int MOST = 500;

  @Inject private ClientAccess access;
  @Inject private TimelineRepository entries;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The client's timeline, of one kind or, without one, of all. */
  @AllowedTo(Role.THERAPIST)
  public Timeline read(ClientId id, @Nullable TimelineKind kind) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    List<TimelineEntry> found = entries.list(client, kind, MOST + 1);
    audit.record(Act.TIMELINE_READ, client.id(), client.id());
    return new Timeline(
        ClientHead.of(client, caller.get().today(clock)),
        found.size() > MOST ? found.subList(0, MOST) : found,
        kind,
        found.size() > MOST,
        client.scope() == Scope.TREATING);
  }
}
