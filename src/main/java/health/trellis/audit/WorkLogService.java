package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist did, and what anybody did about the clients whom the therapist treats or
 * supervises now. No record is opened for it, since nothing in one is read.
 */
@Service
public class WorkLogService {
  /** How many lines a page shows. */
  static final int PAGE = 50;

  /** How many acts are taken from the log for a page: a look at a list is one of each client. */
  static final int ACTS = 300;

  @Inject private WorkLog log;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** A page of the acts that the filter lets through, after the given one. */
  @AllowedTo(Role.THERAPIST)
  public WorkLogPage read(WorkLogFilter filter, @Nullable EventNumber after) {
    WorkLogPage page = log.page(filter, caller.get().zone(), after, ACTS).cut(PAGE);
    List<ClientId> named = page.clients().stream().map(ReviewClient::id).toList();
    if (named.isEmpty()) {
      audit.record(Act.WORK_LOG_READ, caller.get().person());
    } else {
      audit.recordEach(Act.WORK_LOG_READ, named);
    }
    return page;
  }
}
