package health.trellis.clients;

import health.trellis.kernel.ClientId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the administrator's list of clients, by name.
 *
 * @param next the client after which the next page begins; null on the last page
 * @param first whether nothing stands before this page
 */
public record ClientsPage(List<ClientRow> rows, @Nullable ClientId next, boolean first) {}
