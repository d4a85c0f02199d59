package health.trellis.audit;

import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Whether the log is as it was sealed: an administrator reads what checks found, and asks for one.
 */
@Service
public class AuditCheckService {
  /** How many checks are shown. */
  static final int SHOWN = 20;

  @Inject private CheckBook checks;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** The latest checks, those that wait among them. */
  @AllowedTo(Role.ADMINISTRATOR)
  public List<CheckRow> list() {
    List<CheckRow> shown = checks.list(SHOWN);
    audit.record(Act.AUDIT_CHECKS_READ, caller.get().clinic());
    return shown;
  }

  /** Asks for a check; where one of the clinic's waits already, that one is it. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void ask(RequestKey key) {
    if (checks.ask(key)) {
      audit.record(Act.AUDIT_CHECK_ASKED, key);
    }
  }
}
