package health.trellis.notes;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.PersonNames;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SessionId;
import health.trellis.security.AllowedTo;
import health.trellis.security.Confirmation;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import health.trellis.sessions.Attendance;
import health.trellis.sessions.SessionBook;
import health.trellis.sessions.SessionRow;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a therapist does with session notes: begin, write, sign, read, and add to them. */
@Service
public class NoteService {
  /** How far ahead of its session a note may be begun. */
  private static final Duration EARLY = Duration.ofMinutes(15);

  /** In years: nobody came earlier. */
  private static final int LONGEST_LIFE = 120;

  @Inject private ClientAccess access;
  @Inject private SessionBook sessions;
  @Inject private NoteRepository notes;
  @Inject private ClinicTemplateRepository templates;
  @Inject private NoteProof proofs;
  @Inject private PersonNames names;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The client's sessions and notes. */
  @AllowedTo(Role.THERAPIST)
  public NoteList list(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    Map<SessionId, NoteContent> written =
        notes.list(client).stream()
            .collect(Collectors.toMap(SessionNote::session, note -> note.content(caller.get())));
    List<SessionRow> held = sessions.list(client);
    Set<PersonId> people = held.stream().map(SessionRow::heldBy).collect(Collectors.toSet());
    written.values().forEach(note -> people.add(note.author()));
    Map<PersonId, String> called = names.of(client, people);
    return new NoteList(
        head(client),
        held.stream().map(session -> row(session, written.get(session.id()), called)).toList(),
        client.scope() == Scope.TREATING);
  }

  /** What the page that begins a note offers. */
  @AllowedTo(Role.THERAPIST)
  public NoteForm chooseToBegin(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    return new NoteForm(
        head(client),
        notes.findLast(client).map(SessionNote::template).orElse(null),
        offered(client),
        clock.instant().atZone(caller.get().zone()));
  }

  /**
   * Writes a session down and begins its note; the same key again gives the same note.
   *
   * @return the note; none where the session was not held
   */
  @AllowedTo(Role.THERAPIST)
  public Optional<NoteId> begin(ClientId id, NoteStart start, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    Optional<SessionId> already = sessions.findByRequest(client, key);
    if (already.isPresent()) {
      return notes.findOf(client, already.get()).map(SessionNote::id);
    }
    client.requireOpen();
    if (start.session().startsAt().isAfter(clock.instant().plus(EARLY))) {
      throw new InvalidException("startsAt", "session.startsAt.future");
    }
    requireLived(client, start.session().startsAt());
    Optional<SessionNote> last = notes.findLast(client);
    SessionId session = sessions.add(client, caller.get(), start.session(), key, clock.instant());
    audit.record(Act.SESSION_RECORDED, client.id(), session);
    if (start.session().attendance() != Attendance.ATTENDED) {
      return Optional.empty();
    }
    templates.holdToBegin(client, caller.get().clinic());
    NoteTemplate template =
        offered(client).stream()
            .filter(each -> each.code().equals(start.template()))
            .findFirst()
            .orElseThrow(() -> new InvalidException("template", "session.template.gone"));
    SessionNote note = SessionNote.begin(client, caller.get(), session, template, clock.instant());
    if (start.copyForward()) {
      last.ifPresent(note::copyForward);
    }
    notes.add(client, note);
    audit.record(Act.NOTE_BEGUN, client.id(), note.id());
    return Optional.of(note.id());
  }

  /** One note, with what was added to it. */
  @AllowedTo(Role.THERAPIST)
  public NotePage open(ClientId id, NoteId noteId) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    SessionNote note = notes.get(client, noteId);
    SessionRow session = sessions.get(client, note.session());
    List<NoteAddendum> addenda = notes.listAddenda(client, List.of(noteId));
    List<NoteReturn> returns = notes.listReturns(client, noteId);
    NoteContent content = note.content(caller.get());
    Set<PersonId> people = new HashSet<>(Set.of(content.author()));
    Optional.ofNullable(content.cosigner()).ifPresent(people::add);
    addenda.forEach(addendum -> people.add(addendum.author()));
    returns.forEach(sent -> people.add(sent.returnedBy()));
    Map<PersonId, String> called = names.of(client, people);
    Function<PersonId, String> nameOf = person -> called.getOrDefault(person, "");
    audit.record(Act.NOTE_READ, client.id(), noteId);
    return new NotePage(
        head(client),
        session,
        content,
        nameOf.apply(content.author()),
        Optional.ofNullable(content.cosigner()).map(nameOf).orElse(""),
        addenda.stream().map(added -> added.view(nameOf.apply(added.author()))).toList(),
        returns.stream().map(sent -> sent.view(nameOf.apply(sent.returnedBy()))).toList(),
        client.scope() == Scope.TREATING,
        content.waiting() && notes.cosignsFor(client, content.author()));
  }

  /** Saves a draft; where somebody else did in between, nothing is lost and both are told. */
  @AllowedTo(Role.THERAPIST)
  public SavedDraft save(ClientId id, NoteId noteId, DraftChange change) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SessionNote note = notes.getForChange(client, noteId);
    if (note.movedOnSince(change)) {
      Map<PersonId, String> called = names.of(client, List.of(note.savedBy()));
      return note.saved(true, called.get(note.savedBy()));
    }
    if (note.write(caller.get(), change, clock.instant())) {
      notes.save(client, note);
      audit.record(Act.NOTE_SAVED, client.id(), noteId);
    }
    return note.saved(false, caller.get().name());
  }

  /**
   * Signs a note as it was seen, for good; asked twice, it is signed once.
   *
   * @param proof that the caller gave the password again for this note and version; null without
   */
  @AllowedTo(Role.THERAPIST)
  public void sign(ClientId id, NoteId noteId, long seenVersion, @Nullable Confirmation proof) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    SessionNote note = notes.getForChange(client, noteId);
    if (note.signedAsSeen(caller.get(), seenVersion)) {
      return;
    }
    note.requireVersion(seenVersion);
    proofs.require(noteId, seenVersion, proof);
    note.sign(caller.get(), clock.instant());
    audit.record(Act.NOTE_SIGNED, client.id(), noteId);
  }

  /** Adds to a signed note; the same key again adds nothing. */
  @AllowedTo(Role.THERAPIST)
  public void amend(ClientId id, NoteId noteId, AddendumDraft draft, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    if (notes.added(client, key)) {
      return;
    }
    SessionNote note = notes.get(client, noteId);
    NoteAddendum addendum =
        NoteAddendum.to(note, client, caller.get(), draft, key, clock.instant());
    notes.add(client, addendum);
    audit.record(Act.NOTE_AMENDED, client.id(), noteId);
  }

  private List<NoteTemplate> offered(OpenClient client) {
    return Stream.concat(
            NoteTemplate.USUAL.stream(),
            templates.listOffered(client, caller.get().clinic()).stream()
                .map(ClinicTemplate::template))
        .toList();
  }

  private ClientHead head(OpenClient client) {
    return ClientHead.of(client, caller.get().today(clock));
  }

  private static NoteRow row(
      SessionRow session, @Nullable NoteContent note, Map<PersonId, String> called) {
    PersonId who = note == null ? session.heldBy() : note.author();
    return new NoteRow(session, note, called.getOrDefault(who, ""));
  }

  private void requireLived(OpenClient client, Instant startsAt) {
    LocalDate day = LocalDate.ofInstant(startsAt, caller.get().zone());
    if (day.isBefore(caller.get().today(clock).minusYears(LONGEST_LIFE))) {
      throw new InvalidException("startsAt", "session.startsAt.wrong");
    }
    if (client.birthDate().filter(day::isBefore).isPresent()) {
      throw new InvalidException("startsAt", "session.startsAt.unborn");
    }
  }
}
