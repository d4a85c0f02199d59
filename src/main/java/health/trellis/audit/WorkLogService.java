package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist did, and what anybody did about the clients whom the therapist treats or
 * supervises now. No record is opened for it, since nothing in one is read.
 */
@Service
public class WorkLogService {
  /** How many acts a page shows. */
  static final int PAGE = 50;

  @Inject private WorkLog log;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** A page of the acts that the filter lets through, after the given one. */
  @AllowedTo(Role.THERAPIST)
  public WorkLogPage read(WorkLogFilter filter, @Nullable EventNumber after) {
    WorkLogPage page = log.page(filter, caller.get().zone(), after, PAGE);
    ClientId client = filter.client();
    if (client == null) {
      audit.record(Act.WORK_LOG_READ, caller.get().person());
    } else {
      audit.record(Act.WORK_LOG_READ, client, client);
    }
    return page;
  }
}
