package health.trellis.notes;

import health.trellis.kernel.ProcessNoteId;
import java.time.Instant;

/**
 * A process note in its author's list, without a word of it.
 *
 * @param written whether anything was ever saved in it
 */
public record ProcessNoteRow(ProcessNoteId id, Instant begunAt, Instant savedAt, boolean written) {}
