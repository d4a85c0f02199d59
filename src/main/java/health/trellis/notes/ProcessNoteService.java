package health.trellis.notes;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.ProcessNoteId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * What a therapist does with the own process notes on a client, while treating the client. Nobody
 * else does anything with them.
 */
@Service
public class ProcessNoteService {
  @Inject private ClientAccess access;
  @Inject private ProcessNoteRepository notes;
  @Inject private ProcessNoteCipher cipher;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The caller's own process notes on the client, without their text. */
  @AllowedTo(Role.THERAPIST)
  public ProcessNoteList list(ClientId id) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    audit.record(Act.PROCESS_NOTES_LISTED, client.id(), client.id());
    return new ProcessNoteList(head(client), notes.list(client, author()));
  }

  /** Begins a note; the same key again gives the same note, and so does one that stands empty. */
  @AllowedTo(Role.THERAPIST)
  public ProcessNoteId begin(ClientId id, RequestKey key) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    client.requireOpen();
    Optional<ProcessNoteId> begun = notes.findBegun(client, author(), key);
    if (begun.isPresent()) {
      return begun.get();
    }
    ProcessNote note = ProcessNote.begin(client, caller.get(), key, cipher, clock.instant());
    notes.add(client, note);
    audit.record(Act.PROCESS_NOTE_BEGUN, client.id(), note.id());
    return note.id();
  }

  /** One note of the caller's, with its text. */
  @AllowedTo(Role.THERAPIST)
  public ProcessNotePage open(ClientId id, ProcessNoteId noteId) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    ProcessNote note = notes.get(client, author(), noteId);
    SavedDraft stands = note.saved(null);
    audit.record(Act.PROCESS_NOTE_READ, client.id(), noteId);
    return new ProcessNotePage(
        head(client),
        noteId,
        note.text(cipher),
        note.begunAt(),
        stands.savedAt(),
        stands.version());
  }

  /** Saves a note; where it was saved elsewhere in between, nothing is lost and that is told. */
  @AllowedTo(Role.THERAPIST)
  public SavedDraft save(ClientId id, ProcessNoteId noteId, DraftChange change) {
    OpenClient client = access.open(id).in(Scope.TREATING);
    ProcessNote note = notes.getForChange(client, author(), noteId);
    if (note.holds(change)) {
      return note.saved(null);
    }
    client.requireOpen();
    if (note.movedOnSince(change)) {
      return note.saved(note.text(cipher));
    }
    note.write(change, cipher, clock.instant());
    notes.save(client, note);
    audit.record(Act.PROCESS_NOTE_SAVED, client.id(), noteId);
    return note.saved(null);
  }

  private PersonId author() {
    return caller.get().person();
  }

  private ClientHead head(OpenClient client) {
    return ClientHead.of(client, caller.get().today(clock));
  }
}
