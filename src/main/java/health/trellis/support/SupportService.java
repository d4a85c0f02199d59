package health.trellis.support;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SessionId;
import health.trellis.kernel.SupportMapId;
import health.trellis.kernel.SupporterId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import health.trellis.sessions.SessionBook;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a therapist does with the map of a client's support. */
@Service
public class SupportService {
  private static final int SESSIONS = 20;

  @Inject private ClientAccess access;
  @Inject private SupportBook book;
  @Inject private SupportCourse course;
  @Inject private SupportRepository supporters;
  @Inject private SessionBook sessions;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The map as it stands, or one that was kept. */
  @AllowedTo(Role.THERAPIST)
  public SupportMapPage read(ClientId id, @Nullable SupportMapId kept) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    SupportMapPage page =
        course.page(client, head(client), kept, kept == null ? book.involving(client) : List.of());
    audit.record(Act.SUPPORT_MAP_READ, client.id(), client.id());
    return page;
  }

  /** What lies between the maps of two moments. */
  @AllowedTo(Role.THERAPIST)
  public MapComparison compare(ClientId id, MomentChoice from, MomentChoice to) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    MapComparison comparison = course.compare(client, head(client), from, to);
    audit.record(Act.SUPPORT_MAP_READ, client.id(), client.id());
    return comparison;
  }

  /** What the page offers that adds a supporter. */
  @AllowedTo(Role.THERAPIST)
  public SupporterForm chooseToAdd(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    return SupporterForm.of(head(client), book.list(client), null, List.of());
  }

  /** What the page offers that changes one. */
  @AllowedTo(Role.THERAPIST)
  public SupporterForm chooseToChange(ClientId id, SupporterId supporterId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SupporterForm form =
        SupporterForm.of(
            head(client),
            book.list(client),
            book.get(client, supporterId),
            book.involving(client).stream()
                .filter(goal -> goal.supporter().equals(supporterId))
                .toList());
    audit.record(Act.SUPPORT_MAP_READ, client.id(), client.id());
    return form;
  }

  /** Puts somebody new on the map; the same key again gives the same supporter. */
  @AllowedTo(Role.THERAPIST)
  public SupporterId add(ClientId id, SupporterDraft draft, RequestKey key) {
    return book.add(access.open(id).in(Scope.TREATING), draft, key);
  }

  /** Says what is known of a supporter now, on top of the version that was seen. */
  @AllowedTo(Role.THERAPIST)
  public void change(
      ClientId id, SupporterId supporterId, int seen, SupporterDraft draft, RequestKey key) {
    book.change(access.open(id).in(Scope.TREATING), supporterId, seen, draft, key);
  }

  /** Moves a supporter on the map, or takes it off. */
  @AllowedTo(Role.THERAPIST)
  public Placed place(ClientId id, SupporterId supporterId, Placing placing) {
    return book.place(access.open(id).in(Scope.TREATING), supporterId, placing);
  }

  /** Takes a supporter off the map, on top of the version that was seen. */
  @AllowedTo(Role.THERAPIST)
  public void takeOff(ClientId id, SupporterId supporterId, int seen, RequestKey key) {
    book.turn(access.open(id).in(Scope.TREATING), supporterId, seen, false, key);
  }

  /** Puts a supporter back on the map, where it stood. */
  @AllowedTo(Role.THERAPIST)
  public void putBack(ClientId id, SupporterId supporterId, int seen, RequestKey key) {
    book.turn(access.open(id).in(Scope.TREATING), supporterId, seen, true, key);
  }

  /** What the page offers that keeps the map. */
  @AllowedTo(Role.THERAPIST)
  public KeepForm chooseToKeep(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    return new KeepForm(head(client), sessions.list(client).stream().limit(SESSIONS).toList());
  }

  /** Keeps the map as it stands now; the same key again keeps it once. */
  @AllowedTo(Role.THERAPIST)
  public SupportMapId keep(ClientId id, KeepDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Instant moment = book.hold(client);
    Optional<SupportMapId> already = supporters.findKeptByRequest(client, key);
    if (already.isPresent()) {
      return already.get();
    }
    client.requireOpen();
    SessionId session = draft.session();
    if (session != null) {
      sessions.get(client, session);
    }
    KeptMap map = KeptMap.of(client, caller.get(), draft, key, moment);
    supporters.add(client, map);
    audit.record(Act.SUPPORT_MAP_KEPT, client.id(), map.id());
    return map.id();
  }

  /** What the page offers that shares the map, or takes it back. */
  @AllowedTo(Role.THERAPIST)
  public SharingForm chooseToShare(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    return new SharingForm(head(client), book.sharing(client));
  }

  /** Lets the client read the map in the portal and keep it too. */
  @AllowedTo(Role.THERAPIST)
  public void share(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    book.hold(client);
    client.requireOpen();
    decide(client, true, Act.SUPPORT_MAP_SHARED);
  }

  /** Takes the map back from the client; at once, and always. */
  @AllowedTo(Role.THERAPIST)
  public void takeBack(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    book.hold(client);
    decide(client, false, Act.SUPPORT_MAP_TAKEN_BACK);
  }

  /** Decided twice, it is decided once. */
  private void decide(OpenClient client, boolean shared, Act act) {
    SharingState before = book.sharing(client);
    if (before.shared() != shared) {
      SharingDecision decision =
          SharingDecision.after(before, shared, client, caller.get(), clock.instant());
      supporters.add(client, decision);
      audit.record(act, client.id(), decision.id());
    }
  }

  private ClientHead head(OpenClient client) {
    return ClientHead.of(client, caller.get().today(clock));
  }
}
