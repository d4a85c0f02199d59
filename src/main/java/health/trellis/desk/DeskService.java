package health.trellis.desk;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenCaseload;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.inventory.InventoryLists;
import health.trellis.inventory.InventoryOverview;
import health.trellis.kernel.ClientId;
import health.trellis.notes.CosignQueue;
import health.trellis.notes.WaitingNote;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a therapist looks at first: the desk, the caseload, and one client's overview. */
@Service
public class DeskService {
  /** How many clients a page of the caseload shows. */
  public static final int PAGE = 40;

  /** How many clients a list on the desk shows at most. */
  public static final int DESK = 20;

  @Inject private ClientAccess access;
  @Inject private CaseloadLines lines;
  @Inject private InventoryLists inventories;
  @Inject private CosignQueue cosigns;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** Who needs the therapist today. */
  @AllowedTo(Role.THERAPIST)
  public DeskView today() {
    OpenCaseload caseload = access.openCaseload();
    LocalDate today = caller.get().today(clock);
    List<CaseloadRow> open =
        rows(lines.open(caseload, today, DESK), today).stream().distinct().toList();
    List<WaitingNote> toCosign =
        caller.get().supervisees().isEmpty() ? List.of() : cosigns.list(caseload, DESK);
    audit.recordEach(
        Act.CLIENT_LISTED,
        Stream.concat(
                open.stream().map(CaseloadRow::client), toCosign.stream().map(WaitingNote::client))
            .distinct()
            .toList());
    return DeskView.of(caller.get().name(), open, toCosign, today, DESK);
  }

  /** A page of one's own caseload, or of a supervisee's. */
  @AllowedTo(Role.THERAPIST)
  public CaseloadPage caseload(CaseloadQuery query) {
    OpenCaseload caseload =
        query.of() == null ? access.openCaseload() : access.openCaseloadOf(query.of());
    List<CaseloadRow> rows = rows(lines.page(caseload, query, PAGE + 1), caller.get().today(clock));
    boolean more = rows.size() > PAGE;
    List<CaseloadRow> shown = more ? rows.subList(0, PAGE) : rows;
    audit.recordEach(Act.CLIENT_LISTED, shown.stream().map(CaseloadRow::client).toList());
    return new CaseloadPage(
        shown,
        query.sort(),
        more ? shown.get(PAGE - 1).client() : null,
        query.after() == null,
        query.of(),
        caller.get().supervisees());
  }

  /** One client's overview. */
  @AllowedTo(Role.THERAPIST)
  public ClientPage client(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    InventoryOverview overview = inventories.of(client);
    return new ClientPage(
        ClientHead.of(client, caller.get().today(clock)),
        overview.open(),
        overview.submitted(),
        overview.latest(),
        lines.find(client).map(CaseloadLine::goals).orElse(null),
        client.scope() == Scope.TREATING);
  }

  private static List<CaseloadRow> rows(List<CaseloadLine> lines, LocalDate today) {
    return lines.stream().map(line -> CaseloadRow.of(line, today)).toList();
  }
}
