package health.trellis.goals;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClinic;
import health.trellis.kernel.GoalStarterId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What an administrator does with the clinic's goals to begin with; no goal is read for it. */
@Service
public class StarterService {
  @Inject private ClientAccess access;
  @Inject private ClinicStarterRepository starters;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The clinic's own by their words, the retired ones among them. */
  @AllowedTo(Role.ADMINISTRATOR)
  public List<StarterView> list() {
    return starters.list(access.openClinic()).stream().map(ClinicStarter::view).toList();
  }

  /** One that is offered, to be changed or retired. */
  @AllowedTo(Role.ADMINISTRATOR)
  public StarterView open(GoalStarterId id) {
    ClinicStarter starter = starters.get(access.openClinic(), id);
    if (starter.retired()) {
      throw new NotFoundException("the starter is retired");
    }
    return starter.view();
  }

  /** Makes a starter; the same key again gives the same one. */
  @AllowedTo(Role.ADMINISTRATOR)
  public GoalStarterId make(StarterDraft draft, RequestKey key) {
    OpenClinic clinic = openToChange();
    Optional<GoalStarterId> already = starters.findByRequest(clinic, key);
    if (already.isPresent()) {
      return already.get();
    }
    if (starters.findOffered(clinic, draft.words()).isPresent()) {
      throw new InvalidException("words", "starter.words.taken");
    }
    ClinicStarter starter = ClinicStarter.made(clinic, draft, key, clock.instant());
    starters.add(clinic, starter);
    audit.record(Act.STARTER_MADE, starter.id());
    return starter.id();
  }

  /** Changes a starter for goals proposed from now on, on top of the version that was seen. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void change(GoalStarterId id, long seenVersion, StarterDraft draft) {
    OpenClinic clinic = openToChange();
    ClinicStarter starter = starters.get(clinic, id);
    if (starters.findOffered(clinic, draft.words()).filter(each -> !each.equals(id)).isPresent()) {
      throw new InvalidException("words", "starter.words.taken");
    }
    if (starter.change(draft, seenVersion, clock.instant())) {
      audit.record(Act.STARTER_CHANGED, id);
    }
  }

  /** Takes a starter from what is offered; asked twice, it is retired once. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void retire(GoalStarterId id) {
    ClinicStarter starter = starters.get(openToChange(), id);
    if (!starter.retired()) {
      starter.retire(clock.instant());
      audit.record(Act.STARTER_RETIRED, id);
    }
  }

  private OpenClinic openToChange() {
    OpenClinic clinic = access.openClinic();
    starters.holdToChange(clinic);
    return clinic;
  }
}
