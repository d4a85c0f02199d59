package health.trellis.formulation;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.beliefs.BeliefBook;
import health.trellis.beliefs.BeliefRow;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a therapist does with a client's formulation: read it, write a version, compare, print. */
@Service
public class FormulationService {
  @Inject private ClientAccess access;
  @Inject private FormulationRepository formulations;
  @Inject private FormulationBook book;
  @Inject private BeliefBook ledger;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** A version, the newest where none is named, and which others there are. */
  @AllowedTo(Role.THERAPIST)
  public FormulationPage read(ClientId id, @Nullable VersionNumber number) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    Versions versions = book.versions(client);
    List<Formulation> shown = versions.find(number).stream().toList();
    List<FormulationView> views = book.views(client, versions, shown, today());
    record(Act.FORMULATION_READ, client, shown);
    return new FormulationPage(
        head(client), versions.rows(), views.stream().findFirst().orElse(null), mayWrite(client));
  }

  /** What the page offers that writes a version. */
  @AllowedTo(Role.THERAPIST)
  public FormulationForm chooseToWrite(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Versions versions = book.versions(client);
    List<Formulation> latest = versions.find(null).stream().toList();
    List<BeliefRow> beliefs = ledger.list(client, today()).rows();
    List<FormulationView> views = book.views(client, versions, latest, beliefs);
    record(Act.FORMULATION_READ, client, latest);
    audit.record(Act.BELIEFS_READ, client.id(), client.id());
    return new FormulationForm(
        head(client),
        views.stream().findFirst().orElse(null),
        beliefs.stream().map(BeliefRow::belief).toList());
  }

  /**
   * Writes the version after the one that was seen; the same key again writes nothing.
   *
   * @return its number
   */
  @AllowedTo(Role.THERAPIST)
  public int write(ClientId id, FormulationDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    int latest = formulations.latestForChange(client);
    Optional<Integer> already = formulations.findByRequest(client, key);
    if (already.isPresent()) {
      return already.get();
    }
    client.requireOpen();
    draft.requireLived(head(client).age());
    requireOwn(client, draft);
    Formulation version =
        Formulation.after(latest, draft, client, caller.get(), key, clock.instant());
    formulations.add(client, version, draft.told());
    audit.record(Act.FORMULATION_WRITTEN, client.id(), version.id());
    return version.number();
  }

  /** What changed between two versions; between the last two where none are named. */
  @AllowedTo(Role.THERAPIST)
  public FormulationComparison compare(
      ClientId id, @Nullable VersionNumber one, @Nullable VersionNumber other) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    Versions versions = book.versions(client);
    List<Formulation> two = versions.pair(one, other);
    List<FormulationView> views = book.views(client, versions, two, today());
    record(Act.FORMULATION_READ, client, two);
    return FormulationComparison.of(head(client), versions.rows(), views, mayWrite(client));
  }

  /** A version for paper, the newest where none is named; it is in the log as printed. */
  @AllowedTo(Role.THERAPIST)
  public PrintedFormulation print(ClientId id, @Nullable VersionNumber number) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    Versions versions = book.versions(client);
    List<Formulation> printed = versions.find(number).stream().toList();
    List<FormulationView> views = book.views(client, versions, printed, today());
    if (views.isEmpty()) {
      throw new NotFoundException("no formulation of this client");
    }
    record(Act.FORMULATION_PRINTED, client, printed);
    return new PrintedFormulation(
        client.id(),
        client.name(),
        client.birthDate().orElse(null),
        caller.get().clinicName(),
        views.get(0),
        caller.get().name(),
        clock.instant());
  }

  private static boolean mayWrite(OpenClient client) {
    return client.scope() == Scope.TREATING;
  }

  private void requireOwn(OpenClient client, FormulationDraft draft) {
    List<BeliefId> asked =
        draft.told().stream().map(EntryDraft::belief).filter(Objects::nonNull).toList();
    if (asked.isEmpty()) {
      return;
    }
    Set<BeliefId> own =
        ledger.list(client, today()).rows().stream()
            .map(row -> row.belief().id())
            .collect(Collectors.toSet());
    if (!own.containsAll(asked)) {
      throw new NotFoundException("no such belief of this client");
    }
  }

  private void record(Act act, OpenClient client, List<Formulation> shown) {
    audit.recordEach(
        act,
        shown.stream()
            .distinct()
            .collect(Collectors.toMap(Formulation::id, version -> client.id())));
  }

  private ClientHead head(OpenClient client) {
    return ClientHead.of(client, today());
  }

  private LocalDate today() {
    return caller.get().today(clock);
  }
}
