package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.util.List;

/**
 * What became of sending the answers: sent, or kept back since required items are blank. Sending
 * twice is answered like sending once.
 *
 * @param missing the required items that are blank; empty where it was sent
 */
public record Submission(AssignmentId assignment, boolean sent, List<ItemCode> missing) {}
