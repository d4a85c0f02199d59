package health.trellis.notes;

import health.trellis.clients.ClientHead;
import java.util.List;

/**
 * A client's sessions with their notes, latest first.
 *
 * @param mayWrite whether the reader treats the client
 */
public record NoteList(ClientHead head, List<NoteRow> rows, boolean mayWrite) {}
