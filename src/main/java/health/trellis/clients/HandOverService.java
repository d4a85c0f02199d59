package health.trellis.clients;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.security.AllowedTo;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Many clients at once go from one therapist to another, as when somebody leaves. */
@Service
public class HandOverService {
  /** How many clients one hand-over can have. */
  public static final int MOST = 500;

  @Inject private ClientAccess access;
  @Inject private ClientRepository clients;
  @Inject private CaseloadRepository caseloads;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Whom somebody treats now, also where that one is disabled.
   *
   * @throws NotFoundException where nobody of the clinic's staff has this id
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public HandOver view(PersonId therapist) {
    OpenClinic clinic = access.openClinic();
    String name = caseloads.nameOfStaff(clinic, therapist);
    List<HandOver.Treated> treated = caseloads.treatedBy(clinic, therapist, MOST + 1);
    boolean more = treated.size() > MOST;
    List<HandOver.Treated> shown = more ? treated.subList(0, MOST) : treated;
    audit.recordEach(Act.CLIENT_LISTED, shown.stream().map(HandOver.Treated::id).toList());
    return new HandOver(therapist, name, shown, more);
  }

  /**
   * Ends one therapist's treating of these clients and begins another's, from now on. Whom the
   * first does not treat any more stays as it is.
   *
   * @throws InvalidException where the other does not work here as a therapist, or is the same
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public void handOver(PersonId from, HandOverDraft draft) {
    OpenClinic clinic = access.openClinic();
    if (draft.receiver().equals(from)) {
      throw new InvalidException("to", "handOver.same");
    }
    if (!clients.isTherapist(clinic, draft.receiver())) {
      throw new InvalidException("to", "caseload.therapist.wrong");
    }
    Map<CaseloadEntryId, ClientId> begun = caseloads.handOver(clinic, from, draft, clock.instant());
    audit.recordEach(Act.CLIENT_HANDED_OVER, begun);
  }
}
