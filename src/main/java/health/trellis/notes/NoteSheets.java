package health.trellis.notes;

import health.trellis.clients.OpenClient;
import health.trellis.clients.PersonNames;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.SessionId;
import health.trellis.security.CurrentCaller;
import health.trellis.sessions.SessionBook;
import health.trellis.sessions.SessionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Notes whole, one after the other, as they are printed. It needs the client's key. */
@ApplicationScoped
public class NoteSheets {
  @Inject private SessionBook sessions;
  @Inject private NoteRepository notes;
  @Inject private PersonNames names;
  @Inject private CurrentCaller caller;

  /** At most so many of the signed notes, the latest session first. */
  public List<PrintedNote> latest(OpenClient client, int most) {
    return of(client, notes.listSigned(client, most));
  }

  /** Each of these with its session, who wrote it, and what was added. */
  List<PrintedNote> of(OpenClient client, List<SessionNote> printed) {
    if (printed.isEmpty()) {
      return List.of();
    }
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
