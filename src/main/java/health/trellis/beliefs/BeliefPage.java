package health.trellis.beliefs;

import health.trellis.clients.ClientHead;
import java.util.List;

/**
 * One belief with its ratings, oldest first.
 *
 * @param mayWrite whether the reader treats the client
 */
public record BeliefPage(
    ClientHead head, BeliefView belief, List<ConvictionView> ratings, boolean mayWrite) {}
