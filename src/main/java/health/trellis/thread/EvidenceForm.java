package health.trellis.thread;

import health.trellis.beliefs.BeliefView;
import health.trellis.beliefs.ExperimentView;
import health.trellis.clients.ClientHead;
import health.trellis.inventory.AnsweredInventory;
import health.trellis.notes.NoteTitle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that adds evidence.
 *
 * @param notes the client's notes, the latest session first
 * @param latest the inventory that was submitted last; null where none was
 * @param experiments those with this belief that are done
 * @param today by the clinic's calendar
 */
public record EvidenceForm(
    ClientHead head,
    BeliefView belief,
    List<NoteTitle> notes,
    @Nullable AnsweredInventory latest,
    List<ExperimentView> experiments,
    LocalDate today) {}
