package health.trellis.support;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SupporterId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client does with the own map while a therapist shares it. */
@Service
public class OwnSupportService {
  @Inject private ClientAccess access;
  @Inject private SupportBook book;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** The map as it stands. */
  @AllowedTo(Role.CLIENT)
  public OwnMapPage read() {
    return page(access.openOwn(), null);
  }

  /** The same for the page that changes one supporter. */
  @AllowedTo(Role.CLIENT)
  public OwnMapPage choose(SupporterId id) {
    return page(access.openOwn(), id);
  }

  /** Puts somebody new on the map; the same key again gives the same supporter. */
  @AllowedTo(Role.CLIENT)
  public SupporterId add(SupporterDraft draft, RequestKey key) {
    return book.add(access.openOwn(), draft, key);
  }

  /** Says what is known of a supporter now, on top of the version that was seen. */
  @AllowedTo(Role.CLIENT)
  public void change(SupporterId id, int seen, SupporterDraft draft, RequestKey key) {
    book.change(access.openOwn(), id, seen, draft, key);
  }

  /** Moves a supporter on the map, or takes it off. */
  @AllowedTo(Role.CLIENT)
  public Placed place(SupporterId id, Placing placing) {
    return book.place(access.openOwn(), id, placing);
  }

  /** Takes a supporter off the map, on top of the version that was seen. */
  @AllowedTo(Role.CLIENT)
  public void takeOff(SupporterId id, int seen, RequestKey key) {
    book.turn(access.openOwn(), id, seen, false, key);
  }

  /** Puts a supporter back on the map, where it stood. */
  @AllowedTo(Role.CLIENT)
  public void putBack(SupporterId id, int seen, RequestKey key) {
    book.turn(access.openOwn(), id, seen, true, key);
  }

  private OwnMapPage page(OpenClient client, @Nullable SupporterId named) {
    SharingState state = book.sharing(client);
    if (!state.shared()) {
      throw new NotFoundException("not shared");
    }
    List<SupporterView> all = book.list(client);
    if (named != null && all.stream().noneMatch(each -> each.id().equals(named))) {
      throw new NotFoundException("no such supporter");
    }
    audit.record(Act.OWN_SUPPORT_MAP_READ, client.id(), client.id());
    return new OwnMapPage(
        all.stream().filter(SupporterView::onMap).toList(),
        all.stream().filter(each -> !each.onMap()).toList(),
        !state.closed(),
        caller.get().therapists());
  }
}
