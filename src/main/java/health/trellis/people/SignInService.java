package health.trellis.people;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.SignInId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.OwnSignIns;
import health.trellis.security.Role;
import health.trellis.security.Service;
import health.trellis.security.SignInRow;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What everybody who signed in does with the own sessions: see them, and end others. */
@Service
public class SignInService {
  @Inject private OwnSignIns signIns;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Settings settings;

  /** Where one is signed in now, the session at hand first. */
  @AllowedTo({Role.THERAPIST, Role.ADMINISTRATOR, Role.CLIENT})
  public List<SignInRow> list() {
    audit.record(Act.SIGN_INS_READ, caller.get().person());
    return signIns.list(Duration.ofMinutes(settings.number(Setting.IDLE_MINUTES) + 1L));
  }

  /** Ends one of the others; asked twice, it ends once. */
  @AllowedTo({Role.THERAPIST, Role.ADMINISTRATOR, Role.CLIENT})
  public void end(SignInId id) {
    signIns.end(id).forEach(ended -> audit.record(Act.SIGN_IN_ENDED, ended));
  }

  /** Ends all but the one at hand. */
  @AllowedTo({Role.THERAPIST, Role.ADMINISTRATOR, Role.CLIENT})
  public void endOthers() {
    signIns.endOthers().forEach(ended -> audit.record(Act.SIGN_IN_ENDED, ended));
  }
}
