package health.trellis.support;

import health.trellis.clients.ClientHead;
import health.trellis.sessions.SessionRow;
import java.util.List;

/**
 * What the page offers that keeps a map.
 *
 * @param sessions the client's last sessions, the latest first
 */
public record KeepForm(ClientHead head, List<SessionRow> sessions) {}
