package health.trellis.notes;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenCaseload;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a therapist finds among the notes on own clients. */
@Service
public class NoteSearchService {
  /** How many notes a page shows. */
  public static final int PAGE = 20;

  @Inject private ClientAccess access;
  @Inject private NoteSearch notes;
  @Inject private ClinicTemplateRepository templates;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** A page of the notes that fit; each that it shows is in the log. */
  @AllowedTo(Role.THERAPIST)
  public NoteFinds search(NoteQuery query) {
    OpenCaseload own = access.openCaseload();
    List<NoteTemplate> forms =
        Stream.concat(
                NoteTemplate.USUAL.stream(),
                templates.list(own, caller.get().clinic()).stream().map(ClinicTemplate::template))
            .toList();
    List<NoteFind> found = notes.find(own, query, forms, caller.get().zone(), PAGE + 1);
    boolean more = found.size() > PAGE;
    List<NoteFind> shown = more ? found.subList(0, PAGE) : found;
    audit.recordEach(
        Act.NOTE_LISTED,
        shown.stream().collect(Collectors.toMap(NoteFind::note, NoteFind::client)));
    return new NoteFinds(shown, more ? shown.get(PAGE - 1).note() : null, forms);
  }
}
