package health.trellis.emergency;

import health.trellis.beliefs.BeliefRow;
import health.trellis.goals.GoalRow;
import health.trellis.inventory.QuotedResult;
import health.trellis.notes.PrintedNote;
import health.trellis.support.SupporterView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a record in an emergency.
 *
 * @param result the last inventory; null where none was answered
 * @param notes the last signed notes, the latest session first
 * @param moreNotes whether there are earlier ones
 * @param goals those that are worked on or on hold
 * @param supporters who is on the support map, the closest first
 */
public record EmergencyRecord(
    @Nullable QuotedResult result,
    List<PrintedNote> notes,
    boolean moreNotes,
    List<BeliefRow> beliefs,
    List<GoalRow> goals,
    List<SupporterView> supporters) {}
