package health.trellis.notes;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** What leaves on paper: one note, or those of a range of days. */
@Service
public class NotePrintService {
  /** How many notes one print holds. */
  public static final int MOST = 200;

  @Inject private ClientAccess access;
  @Inject private NoteRepository notes;
  @Inject private NoteSheets sheets;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** One note; it is in the log as printed. */
  @AllowedTo(Role.THERAPIST)
  public PrintedNotes open(ClientId id, NoteId noteId) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    return print(client, List.of(notes.get(client, noteId)));
  }

  /** The notes on the sessions of these days; each is in the log as printed. */
  @AllowedTo(Role.THERAPIST)
  public PrintedNotes list(ClientId id, PrintRange range) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    if (!range.chosen()) {
      return print(client, List.of());
    }
    ZoneId zone = caller.get().zone();
    return print(client, notes.list(client, range.begin(zone), range.end(zone), MOST + 1));
  }

  private PrintedNotes print(OpenClient client, List<SessionNote> found) {
    boolean tooMany = found.size() > MOST;
    List<SessionNote> printed = tooMany ? List.of() : found;
    audit.recordEach(
        Act.NOTE_PRINTED,
        printed.stream().collect(Collectors.toMap(SessionNote::id, note -> client.id())));
    return new PrintedNotes(
        client.id(),
        client.name(),
        client.birthDate().orElse(null),
        caller.get().clinicName(),
        caller.get().name(),
        clock.instant(),
        sheets.of(client, printed),
        tooMany);
  }
}
