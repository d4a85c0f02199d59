package health.trellis.notes;

import health.trellis.kernel.NoteId;
import java.time.Instant;

/**
 * What a note is called where it is referred to.
 *
 * @param startsAt when its session began
 * @param draft whether it is not signed yet
 */
public record NoteTitle(NoteId id, Instant startsAt, boolean draft) {}
