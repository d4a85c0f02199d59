package health.trellis.beliefs;

import health.trellis.clients.ClientHead;
import java.util.List;

/**
 * A client's beliefs, the first named first.
 *
 * @param mayWrite whether the reader treats the client
 */
public record BeliefList(ClientHead head, List<BeliefRow> rows, boolean mayWrite) {}
