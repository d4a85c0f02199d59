package health.trellis.notes;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import java.time.Instant;
import java.util.List;

/**
 * A note that was found.
 *
 * @param name the client's
 * @param excerpt the words around what was looked for, or the first words where nothing was
 */
public record NoteFind(
    NoteId note,
    ClientId client,
    String name,
    String author,
    Instant startsAt,
    NoteTemplate template,
    NoteState state,
    List<ExcerptPart> excerpt) {}
