package health.trellis.emergency;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.kernel.EmergencyNoticeId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Roles;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** What a therapist hears of openings of the own clients' records in an emergency. */
@Service
public class EmergencyNoticeService {
  @Inject private EmergencyRegister register;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Roles roles;

  /** All of them, what is unread first; each is in the log. */
  @AllowedTo(Role.THERAPIST)
  public List<EmergencyNotice> list() {
    List<EmergencyNotice> notices = register.notices();
    audit.recordEach(
        Act.EMERGENCY_NOTICE_LISTED,
        notices.stream().collect(Collectors.toMap(EmergencyNotice::id, EmergencyNotice::client)));
    return notices;
  }

  /** One was read; said twice, it is read once. */
  @AllowedTo(Role.THERAPIST)
  public void read(EmergencyNoticeId id) {
    register.read(id).ifPresent(client -> audit.record(Act.EMERGENCY_NOTICE_READ, client, id));
    caller.visit().ifPresent(visit -> roles.forget(visit.sub()));
  }
}
