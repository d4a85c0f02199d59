package health.trellis.notes;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import java.time.Instant;

/**
 * A note that waits for the caller's cosignature.
 *
 * @param name the client's
 * @param author the trainee who signed it
 * @param startsAt when its session began
 */
public record WaitingNote(
    NoteId note, ClientId client, String name, String author, Instant startsAt, Instant signedAt) {}
