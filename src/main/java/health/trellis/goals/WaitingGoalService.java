package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Which goals of the own clients somebody should look at. */
@Service
public class WaitingGoalService {
  /** How many goals are named at most. */
  static final int MOST = 100;

  @Inject private ClientAccess access;
  @Inject private WaitingGoalRepository goals;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** Those without a rating for long, and those past their date. */
  @AllowedTo(Role.THERAPIST)
  public WaitingGoals list() {
    LocalDate today = caller.get().today(clock);
    List<WaitingGoal> waiting =
        goals.list(access.openCaseload(), today, today.minusDays(WaitingGoals.DAYS), MOST);
    audit.recordEach(
        Act.CLIENT_LISTED, waiting.stream().map(WaitingGoal::client).distinct().toList());
    return WaitingGoals.of(waiting, today);
  }
}
