package health.trellis.notes;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteId;
import health.trellis.security.AllowedTo;
import health.trellis.security.Confirmation;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a supervisor does with a note that a trainee signed: cosign it, or send it back. */
@Service
public class CosignService {
  @Inject private ClientAccess access;
  @Inject private NoteRepository notes;
  @Inject private NoteProof proofs;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /**
   * Cosigns a note as it was seen, for good; asked twice, it is cosigned once.
   *
   * @param proof that the caller gave the password again for this note and version; null without
   */
  @AllowedTo(Role.THERAPIST)
  public void cosign(ClientId id, NoteId noteId, long seenVersion, @Nullable Confirmation proof) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    SessionNote note = getOfTrainee(client, noteId);
    if (note.cosignedAsSeen(caller.get(), seenVersion)) {
      return;
    }
    note.requireVersion(seenVersion);
    proofs.require(noteId, seenVersion, proof);
    note.cosign(caller.get(), clock.instant());
    audit.record(Act.NOTE_COSIGNED, client.id(), noteId);
  }

  /** Sends a note back to its author as a draft, with a remark. */
  @AllowedTo(Role.THERAPIST)
  public void sendBack(ClientId id, NoteId noteId, long seenVersion, ReturnDraft draft) {
    OpenClient client = access.open(id).in(Scope.TREATING, Scope.SUPERVISING);
    SessionNote note = getOfTrainee(client, noteId);
    note.requireVersion(seenVersion);
    notes.add(client, NoteReturn.of(note, client, caller.get(), draft, clock.instant()));
    audit.record(Act.NOTE_RETURNED, client.id(), noteId);
  }

  /** The note, held while it waits; one that does not wait any more can only be looked at. */
  private SessionNote getOfTrainee(OpenClient client, NoteId id) {
    SessionNote note = notes.findForChange(client, id).orElseGet(() -> notes.get(client, id));
    if (!notes.cosignsFor(client, note.author())) {
      throw new NotFoundException("not the supervisor of its author");
    }
    return note;
  }
}
