package health.trellis.thread;

import health.trellis.beliefs.BeliefView;
import health.trellis.clients.ClientHead;
import health.trellis.goals.GoalView;
import java.util.List;

/**
 * What the page offers that chooses what a note is about.
 *
 * @param beliefs all of the client's, the first named first
 * @param goals all of the client's, the first proposed first
 */
public record LinkForm(
    ClientHead head, NoteLinks note, List<BeliefView> beliefs, List<GoalView> goals) {}
