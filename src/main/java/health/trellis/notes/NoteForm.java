package health.trellis.notes;

import health.trellis.clients.ClientHead;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page that begins a note offers.
 *
 * @param last the form of the last note; null where there is none, and so nothing to copy
 * @param offered the forms to choose from: the usual ones, then the clinic's own by name
 * @param now the present moment in the clinic's time zone
 */
public record NoteForm(
    ClientHead head, @Nullable NoteTemplate last, List<NoteTemplate> offered, ZonedDateTime now) {}
