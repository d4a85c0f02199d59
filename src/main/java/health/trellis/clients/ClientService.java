package health.trellis.clients;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator does with clients: list them, register one, say who treats them. */
@Service
public class ClientService {
  /** How many clients a page of the list shows. */
  public static final int PAGE = 50;

  @Inject private ClientAccess access;
  @Inject private ClientRepository clients;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** A page of the clinic's clients by name, whose names begin so, after the given client. */
  @AllowedTo(Role.ADMINISTRATOR)
  public ClientsPage list(String nameBegins, @Nullable ClientId after) {
    OpenClinic clinic = access.openClinic();
    List<ClientRow> rows = clients.list(clinic, NameKey.of(nameBegins), after, PAGE + 1);
    boolean more = rows.size() > PAGE;
    List<ClientRow> shown = more ? rows.subList(0, PAGE) : rows;
    audit.recordEach(Act.CLIENT_LISTED, shown.stream().map(ClientRow::id).toList());
    return new ClientsPage(shown, more ? shown.get(PAGE - 1).id() : null, after == null);
  }

  /** One client, and who treats the client. */
  @AllowedTo(Role.ADMINISTRATOR)
  public ClientView view(ClientId id) {
    OpenClient client = access.open(id);
    return new ClientView(client.id(), client.name(), clients.list(client));
  }

  /** Registers a client; the same key again gives the same client. */
  @AllowedTo(Role.ADMINISTRATOR)
  public ClientId register(ClientDraft draft, RequestKey key) {
    OpenClinic clinic = access.openClinic();
    Optional<ClientId> already = clients.findByRequest(clinic, key);
    if (already.isPresent()) {
      return already.get();
    }
    if (draft.birthDate() != null && draft.birthDate().isAfter(caller.get().today(clock))) {
      throw new InvalidException("birthDate", "client.birthDate.future");
    }
    Client client = Client.register(clinic, draft, key, clock.instant());
    clients.add(clinic, client);
    audit.record(Act.CLIENT_REGISTERED, client.id(), client.id());
    return client.id();
  }

  /** Puts a client on a therapist's caseload. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void assignTherapist(ClientId id, PersonId therapist) {
    OpenClinic clinic = access.openClinic();
    OpenClient client = access.open(id);
    if (!clients.isTherapist(clinic, therapist)) {
      throw new InvalidException("therapist", "caseload.therapist.wrong");
    }
    if (clients.treats(client, therapist)) {
      throw new ConflictException("conflict.alreadyTreating");
    }
    CaseloadEntry entry = CaseloadEntry.begin(clinic, client, therapist, clock.instant());
    clients.add(client, entry);
    audit.record(Act.THERAPIST_ASSIGNED, client.id(), entry.id());
  }

  /** Takes a client off a therapist's caseload, from now on. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void unassignTherapist(ClientId id, CaseloadEntryId entryId) {
    OpenClient client = access.open(id);
    CaseloadEntry entry = clients.getEntry(client, entryId);
    entry.end(clock.instant());
    audit.record(Act.THERAPIST_UNASSIGNED, client.id(), entry.id());
  }
}
