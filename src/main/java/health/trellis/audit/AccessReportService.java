package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.security.AllowedTo;
import health.trellis.security.Caller;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client can know of who looked at the own record. */
@Service
public class AccessReportService {
  /** How many visits a page shows at most. */
  static final int PAGE = 30;

  /** How many acts are read for a page at most. */
  static final int READ = 500;

  @Inject private AccessLog log;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /**
   * A page of it.
   *
   * @param own whether what the client did is told too
   * @param after the act after which the page begins; null for the first page
   */
  @AllowedTo(Role.CLIENT)
  public AccessReport read(boolean own, @Nullable EventNumber after) {
    Caller who = caller.get();
    ClientId client =
        who.ownRecord().orElseThrow(() -> new NotFoundException("the caller is no client"));
    List<AccessEvent> acts = log.acts(client, own, after, READ + 1);
    boolean complete = acts.size() <= READ;
    LastCheck check = log.lastCheck().orElse(null);
    audit.record(Act.ACCESS_REPORT_READ, client, client);
    return AccessReport.of(
        complete ? acts : acts.subList(0, READ),
        PAGE,
        complete,
        who.zone(),
        new AccessReport(List.of(), null, after == null, own, check));
  }
}
