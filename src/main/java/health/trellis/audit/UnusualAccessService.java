package health.trellis.audit;

import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;

/** What in the log is worth an administrator's second look. Nothing follows from it by itself. */
@Service
public class UnusualAccessService {
  @Inject private UnusualLog log;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** What was above a threshold in the last days, the latest first. */
  @AllowedTo(Role.ADMINISTRATOR)
  public List<UnusualRow> list() {
    List<UnusualRow> found = log.list(caller.get().zone());
    audit.record(Act.AUDIT_UNUSUAL_READ, caller.get().clinic());
    return found;
  }
}
