package health.trellis.notes;

import health.trellis.clients.ClientHead;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the page that begins a note offers.
 *
 * @param last the form of the last note; null where there is none, and so nothing to copy
 * @param now the present moment in the clinic's time zone
 */
public record NoteForm(ClientHead head, @Nullable NoteTemplate last, ZonedDateTime now) {}
