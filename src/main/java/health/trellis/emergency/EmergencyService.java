package health.trellis.emergency;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.beliefs.BeliefBook;
import health.trellis.beliefs.BeliefRow;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.goals.GoalBook;
import health.trellis.goals.GoalRow;
import health.trellis.inventory.InventoryLists;
import health.trellis.inventory.QuotedResult;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.RequestKey;
import health.trellis.notes.NoteSheets;
import health.trellis.notes.PrintedNote;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.RefusalLog;
import health.trellis.security.Role;
import health.trellis.security.Service;
import health.trellis.support.SupportBook;
import health.trellis.support.SupporterView;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opening one client's record in an emergency, reading it, and ending that. */
@Service
public class EmergencyService {
  /** How many notes are read at most. */
  static final int NOTES = 20;

  /** How many clients one can name in vain within an hour. */
  static final int MISSES = 5;

  @Inject private ClientAccess access;
  @Inject private EmergencyRegister register;
  @Inject private InventoryLists inventories;
  @Inject private NoteSheets notes;
  @Inject private BeliefBook beliefs;
  @Inject private GoalBook goals;
  @Inject private SupportBook support;
  @Inject private AuditTrail audit;
  @Inject private RefusalLog refusals;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** What an administrator's page offers about one client. */
  @AllowedTo(Role.ADMINISTRATOR)
  public EmergencyForm chooseToOpen(ClientId id) {
    OpenClient client = access.open(id);
    return new EmergencyForm(client.id(), client.name());
  }

  /**
   * Opens a record for an hour and tells who treats the client; the same key again opens no other.
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public EmergencyAccessId open(ClientId id, ReasonDraft draft, RequestKey key) {
    return breakGlass(id, draft.reason(), key);
  }

  /**
   * The same for a client who is named in full, by a therapist who finds the client in no list.
   * Whoever misses is heard of in the log, and after some times finds nobody for an hour.
   */
  @AllowedTo(Role.THERAPIST)
  public EmergencyAccessId openNamed(NamedDraft draft, RequestKey key) {
    if (register.missedLately() >= MISSES) {
      throw new InvalidException("name", "emergency.name.often");
    }
    Optional<ClientId> found = register.find(draft);
    if (found.isEmpty()) {
      refusals.refused(EmergencyRegister.MISS, "no one client is called so and was born then");
      throw new InvalidException("name", "emergency.name.unknown");
    }
    return breakGlass(found.get(), draft.reason(), key);
  }

  private EmergencyAccessId breakGlass(ClientId client, String reason, RequestKey key) {
    return register
        .breakGlass(client, reason, key)
        .orElseThrow(() -> new InvalidException("name", "emergency.yours"));
  }

  /** What is read in an emergency, all at once; each kind of record that is shown is in the log. */
  @AllowedTo({Role.THERAPIST, Role.ADMINISTRATOR})
  public EmergencyPage read(EmergencyAccessId id) {
    EmergencyAccess held = register.get(id);
    return new EmergencyPage(held, held.open() ? record(access.openInEmergency(id)) : null);
  }

  private EmergencyRecord record(OpenClient client) {
    LocalDate today = caller.get().today(clock);
    QuotedResult result = inventories.latest(client, caller.get().language()).orElse(null);
    List<PrintedNote> latest = notes.latest(client, NOTES + 1);
    List<PrintedNote> shown = latest.size() > NOTES ? latest.subList(0, NOTES) : latest;
    List<BeliefRow> held = beliefs.list(client, today).rows();
    List<GoalRow> worked =
        goals.list(client, today).rows().stream()
            .filter(row -> row.goal().status().open())
            .toList();
    List<SupporterView> people =
        support.list(client).stream()
            .filter(SupporterView::onMap)
            .sorted(Comparator.comparing(each -> each.told().circle()))
            .toList();
    if (result != null) {
      audit.record(Act.RESULT_READ, client.id(), result.latest().assignment());
    }
    audit.recordEach(
        Act.NOTE_READ,
        shown.stream().collect(Collectors.toMap(each -> each.note().id(), each -> client.id())));
    audit.recordEach(
        Act.BELIEFS_READ,
        held.stream().collect(Collectors.toMap(each -> each.belief().id(), each -> client.id())));
    audit.recordEach(
        Act.GOALS_READ,
        worked.stream().collect(Collectors.toMap(each -> each.goal().id(), each -> client.id())));
    audit.record(Act.SUPPORT_MAP_READ, client.id(), client.id());
    return new EmergencyRecord(
        result, List.copyOf(shown), latest.size() > NOTES, held, worked, people);
  }

  /** Ends it before its time; what is over stays over. */
  @AllowedTo({Role.THERAPIST, Role.ADMINISTRATOR})
  public void end(EmergencyAccessId id) {
    register.get(id);
    register.end(id);
  }
}
