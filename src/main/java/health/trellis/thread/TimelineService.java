package health.trellis.thread;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.inventory.Instruments;
import health.trellis.kernel.ClientId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What happened with a client, on one axis of time. */
@Service
public class TimelineService {
  /** How many entries a timeline has: ten years of weekly sessions, their notes and ratings. */
  public static final int MOST = 3000;

  @Inject private ClientAccess access;
  @Inject private TimelineRepository entries;
  @Inject private SeriesRepository measured;
  @Inject private Instruments instruments;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The client's timeline of a period. */
  @AllowedTo(Role.THERAPIST)
  public Timeline read(ClientId id, Period period) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    Timeline line = timeline(client, period);
    audit.record(Act.TIMELINE_READ, client.id(), client.id());
    return line;
  }

  /** The client's timeline of a period for paper; it is in the log as printed. */
  @AllowedTo(Role.THERAPIST)
  public PrintedTimeline print(ClientId id, Period period) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    Timeline line = timeline(client, period);
    audit.record(Act.TIMELINE_PRINTED, client.id(), client.id());
    return new PrintedTimeline(
        line,
        client.birthDate().orElse(null),
        caller.get().clinicName(),
        caller.get().name(),
        clock.instant());
  }

  private Timeline timeline(OpenClient client, Period period) {
    Instant from =
        period
            .from(caller.get().today(clock))
            .map(day -> day.atStartOfDay(caller.get().zone()).toInstant())
            .orElse(Instant.EPOCH);
    List<TimelineEntry> found = entries.list(client, caller.get().zone(), from, MOST + 1);
    SeriesAssembler assembler = new SeriesAssembler(instruments.catalog(), caller.get().language());
    List<Series> series = assembler.of(measured.list(client, caller.get().zone(), from, MOST));
    return new Timeline(
        ClientHead.of(client, caller.get().today(clock)),
        found.size() > MOST ? found.subList(0, MOST) : found,
        series,
        period,
        found.size() > MOST,
        client.scope() == Scope.TREATING);
  }
}
