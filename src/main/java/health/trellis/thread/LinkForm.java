package health.trellis.thread;

import health.trellis.beliefs.BeliefView;
import health.trellis.clients.ClientHead;
import java.util.List;

/**
 * What the page offers that chooses a note's beliefs.
 *
 * @param beliefs all of the client's, the first named first
 */
public record LinkForm(ClientHead head, NoteBeliefs note, List<BeliefView> beliefs) {}
