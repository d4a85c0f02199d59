package health.trellis.thread;

import health.trellis.beliefs.EvidenceView;
import health.trellis.beliefs.ExperimentView;
import health.trellis.inventory.AnsweredItem;
import health.trellis.notes.NoteTitle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence with what its source is called, as far as the reader may see the source.
 *
 * @param note the note that it comes from; null where it comes from none, or from a draft that the
 *     reader may not see
 * @param item the item that it comes from; null where it comes from none
 * @param sentAt when that item's inventory was submitted
 * @param experiment the experiment that it comes from; null where it comes from none
 */
public record EvidenceRow(
    EvidenceView evidence,
    @Nullable NoteTitle note,
    @Nullable AnsweredItem item,
    @Nullable Instant sentAt,
    @Nullable ExperimentView experiment) {}
