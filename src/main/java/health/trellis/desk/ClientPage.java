package health.trellis.desk;

import health.trellis.clients.ClientHead;
import health.trellis.goals.GoalCourse;
import health.trellis.inventory.AssignmentRow;
import health.trellis.inventory.LatestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's overview.
 *
 * @param open inventories with the client
 * @param submitted inventories that were sent, newest first
 * @param latest the last result in short; null where nothing was submitted
 * @param goals how far the goals got; null where none that is worked on was rated
 * @param mayAct whether the caller treats the client, and so may give an inventory
 */
public record ClientPage(
    ClientHead head,
    List<AssignmentRow> open,
    List<AssignmentRow> submitted,
    @Nullable LatestResult latest,
    @Nullable GoalCourse goals,
    boolean mayAct) {}
