package health.trellis.notes;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.PersonNames;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.SessionId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import health.trellis.sessions.SessionBook;
import health.trellis.sessions.SessionRow;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What leaves on paper: one note, or those of a range of days. */
@Service
public class NotePrintService {
  /** How many notes one print holds. */
  public static final int MOST = 200;

  @Inject private ClientAccess access;
  @Inject private SessionBook sessions;
  @Inject private NoteRepository notes;
  @Inject private PersonNames names;
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
        printed.isEmpty() ? List.of() : sheets(client, printed),
        tooMany);
  }

  private List<PrintedNote> sheets(OpenClient client, List<SessionNote> printed) {
    Map<NoteId, List<NoteAddendum>> addenda =
        notes.listAddenda(client, printed.stream().map(SessionNote::id).toList()).stream()
            .collect(Collectors.groupingBy(NoteAddendum::note));
    Map<SessionId, SessionRow> held =
        sessions.list(client).stream()
            .collect(Collectors.toMap(SessionRow::id, Function.identity()));
    Map<SessionNote, NoteContent> contents = new LinkedHashMap<>();
    printed.forEach(note -> contents.put(note, note.content(caller.get())));
    Set<PersonId> people = new HashSet<>();
    for (NoteContent note : contents.values()) {
      people.add(note.author());
      Optional.ofNullable(note.cosigner()).ifPresent(people::add);
    }
    addenda.values().forEach(all -> all.forEach(added -> people.add(added.author())));
    Map<PersonId, String> called = names.of(client, people);
    Function<PersonId, String> nameOf = person -> called.getOrDefault(person, "");
    List<PrintedNote> sheets = new ArrayList<>();
    contents.forEach(
        (note, content) ->
            sheets.add(
                new PrintedNote(
                    Objects.requireNonNull(held.get(note.session())),
                    content,
                    nameOf.apply(content.author()),
                    Optional.ofNullable(content.cosigner()).map(nameOf).orElse(""),
                    addenda.getOrDefault(note.id(), List.of()).stream()
                        .map(added -> added.view(nameOf.apply(added.author())))
                        .toList())));
    return List.copyOf(sheets);
  }
}
