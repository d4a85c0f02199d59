package health.trellis.thread;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.LifeEventId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** What a therapist does with the events of a client's life: note one, or take it back. */
@Service
public class LifeEventService {
  @Inject private ClientAccess access;
  @Inject private LifeEventRepository events;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What the page offers that notes one. */
  @AllowedTo(Role.THERAPIST)
  public LifeEventForm chooseToNote(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    return new LifeEventForm(ClientHead.of(client, today()), null, today(), true);
  }

  /** One that was noted. */
  @AllowedTo(Role.THERAPIST)
  public LifeEventForm open(ClientId id, LifeEventId eventId) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    LifeEvent event = events.get(client, eventId);
    if (event.withdrawn()) {
      throw new NotFoundException("the life event was withdrawn");
    }
    audit.record(Act.LIFE_EVENT_READ, client.id(), eventId);
    return new LifeEventForm(
        ClientHead.of(client, today()),
        event.view(),
        today(),
        client.scope() == Scope.TREATING && !client.closed());
  }

  /** Notes what happened; the same key again notes nothing. */
  @AllowedTo(Role.THERAPIST)
  public void note(ClientId id, LifeEventDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    if (events.noted(client, key)) {
      return;
    }
    client.requireOpen();
    if (draft.happenedOn().isAfter(today())) {
      throw new InvalidException("happenedOn", "event.date.future");
    }
    if (client.birthDate().filter(draft.happenedOn()::isBefore).isPresent()) {
      throw new InvalidException("happenedOn", "event.date.unborn");
    }
    LifeEvent event = LifeEvent.of(client, caller.get(), draft, key, clock.instant());
    events.add(client, event);
    audit.record(Act.LIFE_EVENT_NOTED, client.id(), event.id());
  }

  /** Takes one off the timeline that was noted by mistake; asked twice, it is withdrawn once. */
  @AllowedTo(Role.THERAPIST)
  public void withdraw(ClientId id, LifeEventId eventId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    client.requireOpen();
    LifeEvent event = events.getForChange(client, eventId);
    if (!event.withdrawn()) {
      event.withdraw(caller.get(), clock.instant());
      audit.record(Act.LIFE_EVENT_WITHDRAWN, client.id(), eventId);
    }
  }

  private LocalDate today() {
    return caller.get().today(clock);
  }
}
