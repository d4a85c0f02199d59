package health.trellis.notes;

import health.trellis.clients.ClientHead;
import java.util.List;

/** The reader's own process notes on a client, the last begun first. */
public record ProcessNoteList(ClientHead head, List<ProcessNoteRow> rows) {}
