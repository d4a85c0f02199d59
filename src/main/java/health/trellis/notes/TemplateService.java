package health.trellis.notes;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClinic;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteTemplateId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What an administrator does with the clinic's templates for notes; no note is read for it. */
@Service
public class TemplateService {
  @Inject private ClientAccess access;
  @Inject private ClinicTemplateRepository templates;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The clinic's templates by name, the retired ones among them. */
  @AllowedTo(Role.ADMINISTRATOR)
  public List<TemplateView> list() {
    return templates.list(access.openClinic()).stream().map(ClinicTemplate::view).toList();
  }

  /** One that is offered, to be changed or retired. */
  @AllowedTo(Role.ADMINISTRATOR)
  public TemplateView open(NoteTemplateId id) {
    ClinicTemplate template = templates.get(access.openClinic(), id);
    if (template.retired()) {
      throw new NotFoundException("the template is retired");
    }
    return template.view();
  }

  /** Makes a template; the same key again gives the same one. */
  @AllowedTo(Role.ADMINISTRATOR)
  public NoteTemplateId make(TemplateDraft draft, RequestKey key) {
    OpenClinic clinic = openToChange();
    Optional<NoteTemplateId> already = templates.findByRequest(clinic, key);
    if (already.isPresent()) {
      return already.get();
    }
    if (templates.findOffered(clinic, draft.name()).isPresent()) {
      throw new InvalidException("name", "template.name.taken");
    }
    ClinicTemplate template = ClinicTemplate.made(clinic, draft, key, clock.instant());
    templates.add(clinic, template);
    audit.record(Act.TEMPLATE_MADE, template.id());
    return template.id();
  }

  /** Changes a template for notes begun from now on, on top of the version that was seen. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void change(NoteTemplateId id, long seenVersion, TemplateDraft draft) {
    OpenClinic clinic = openToChange();
    ClinicTemplate template = templates.get(clinic, id);
    if (templates
        .findOffered(clinic, draft.name())
        .filter(each -> !each.id().equals(id))
        .isPresent()) {
      throw new InvalidException("name", "template.name.taken");
    }
    if (template.change(draft, seenVersion, clock.instant())) {
      audit.record(Act.TEMPLATE_CHANGED, id);
    }
  }

  /** Takes a template from what is offered; asked twice, it is retired once. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void retire(NoteTemplateId id) {
    ClinicTemplate template = templates.get(openToChange(), id);
    if (!template.retired()) {
      template.retire(clock.instant());
      audit.record(Act.TEMPLATE_RETIRED, id);
    }
  }

  private OpenClinic openToChange() {
    OpenClinic clinic = access.openClinic();
    templates.holdToChange(clinic);
    return clinic;
  }
}
