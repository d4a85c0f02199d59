package health.trellis.notes;

import health.trellis.kernel.NoteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the notes that were found, the latest session first.
 *
 * @param next the note after which the next page begins; null on the last page
 * @param forms in which the notes can be written: the usual ones, then the clinic's own by name,
 *     the retired ones among them
 */
public record NoteFinds(List<NoteFind> rows, @Nullable NoteId next, List<NoteTemplate> forms) {}
