package health.trellis.thread;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.beliefs.BeliefBook;
import health.trellis.beliefs.BeliefList;
import health.trellis.beliefs.BeliefPage;
import health.trellis.beliefs.EvidenceDraft;
import health.trellis.beliefs.EvidenceSource;
import health.trellis.beliefs.EvidenceView;
import health.trellis.beliefs.ExperimentState;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.goals.GoalBook;
import health.trellis.goals.GoalView;
import health.trellis.inventory.AnsweredInventories;
import health.trellis.inventory.AnsweredInventory;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.notes.NoteTitle;
import health.trellis.notes.NoteTitles;
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

/**
 * The ledger of beliefs as a therapist reads it: each belief beside the notes, items and
 * experiments that its evidence comes from.
 */
@Service
public class LedgerService {
  @Inject private ClientAccess access;
  @Inject private BeliefBook beliefs;
  @Inject private NoteTitles notes;
  @Inject private GoalBook goals;
  @Inject private NoteLinkRepository links;
  @Inject private AnsweredInventories inventories;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The client's beliefs, with what the last inventory suggests to who may name one. */
  @AllowedTo(Role.THERAPIST)
  public LedgerList list(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    BeliefList ledger = beliefs.list(client, today());
    audit.record(Act.BELIEFS_READ, client.id(), client.id());
    Optional<AnsweredInventory> latest =
        ledger.mayWrite() && !client.closed() ? inventories.latest(client) : Optional.empty();
    return new LedgerList(
        ledger,
        latest.map(answered -> suggestions(answered, ledger)).orElse(List.of()),
        latest.map(AnsweredInventory::submittedAt).orElse(null),
        latest.map(AnsweredInventory::language).orElse(null));
  }

  private static List<Suggestion> suggestions(AnsweredInventory answered, BeliefList ledger) {
    return Suggestions.of(answered.code(), answered.version())
        .from(
            answered,
            ledger.rows().stream()
                .map(row -> row.belief().told().theme())
                .collect(Collectors.toSet()));
  }

  /** One belief, with all that was done about it. */
  @AllowedTo(Role.THERAPIST)
  public LedgerPage open(ClientId id, BeliefId beliefId) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    BeliefPage page = beliefs.page(client, beliefId, today());
    List<EvidenceRow> evidence = withSources(client, page);
    List<LinkedNote> linked = links.list(client, beliefId);
    List<GoalView> against = goals.against(client, beliefId);
    audit.record(Act.BELIEFS_READ, client.id(), beliefId);
    audit.recordEach(
        Act.NOTE_LISTED,
        linked.stream().collect(Collectors.toMap(LinkedNote::note, note -> client.id())));
    audit.recordEach(
        Act.GOALS_READ,
        against.stream().collect(Collectors.toMap(GoalView::id, goal -> client.id())));
    return new LedgerPage(page, evidence, linked, against);
  }

  /** What the page offers that adds evidence to a belief. */
  @AllowedTo(Role.THERAPIST)
  public EvidenceForm chooseEvidence(ClientId id, BeliefId beliefId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    BeliefPage page = beliefs.page(client, beliefId, today());
    audit.record(Act.BELIEFS_READ, client.id(), beliefId);
    return new EvidenceForm(
        page.head(),
        page.belief(),
        notes.list(client),
        inventories.latest(client).orElse(null),
        page.experiments().stream().filter(each -> each.state() == ExperimentState.DONE).toList(),
        today());
  }

  /** Adds evidence to a belief; the same key again adds nothing. */
  @AllowedTo(Role.THERAPIST)
  public void addEvidence(ClientId id, BeliefId beliefId, EvidenceDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    BeliefPage page = beliefs.page(client, beliefId, today());
    if (!isThere(client, page, draft.source())) {
      throw new NotFoundException("no such source of evidence");
    }
    BeliefBook.Now now = new BeliefBook.Now(clock.instant(), today());
    if (beliefs.add(client, caller.get(), beliefId, draft, key, now)) {
      audit.record(Act.EVIDENCE_ADDED, client.id(), beliefId);
    }
  }

  private boolean isThere(OpenClient client, BeliefPage page, EvidenceSource source) {
    return switch (source.kind()) {
      case SESSION, OTHER -> true;
      case NOTE -> notes.list(client).stream().anyMatch(each -> each.id().equals(source.note()));
      case ITEM ->
          source.assignment() != null
              && source.item() != null
              && inventories.list(client, List.of(source.assignment())).stream()
                  .anyMatch(each -> each.find(source.item()).isPresent());
      case EXPERIMENT ->
          page.experiments().stream()
              .filter(each -> each.state() == ExperimentState.DONE)
              .anyMatch(each -> each.id().equals(source.experiment()));
    };
  }

  private List<EvidenceRow> withSources(OpenClient client, BeliefPage page) {
    List<EvidenceView> evidence = page.evidence();
    boolean noted = evidence.stream().anyMatch(each -> each.source().note() != null);
    List<NoteTitle> titles = noted ? notes.list(client) : List.of();
    Set<AssignmentId> named =
        evidence.stream()
            .map(each -> each.source().assignment())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<AnsweredInventory> answered = inventories.list(client, named);
    return evidence.stream().map(each -> row(each, titles, answered, page)).toList();
  }

  private static EvidenceRow row(
      EvidenceView evidence,
      List<NoteTitle> titles,
      List<AnsweredInventory> answered,
      BeliefPage page) {
    EvidenceSource source = evidence.source();
    Optional<AnsweredInventory> inventory =
        answered.stream().filter(each -> each.assignment().equals(source.assignment())).findFirst();
    String item = source.item();
    return new EvidenceRow(
        evidence,
        titles.stream().filter(each -> each.id().equals(source.note())).findFirst().orElse(null),
        item == null ? null : inventory.flatMap(each -> each.find(item)).orElse(null),
        inventory.map(AnsweredInventory::submittedAt).orElse(null),
        page.experiments().stream()
            .filter(each -> each.id().equals(source.experiment()))
            .findFirst()
            .orElse(null));
  }

  private LocalDate today() {
    return caller.get().today(clock);
  }
}
