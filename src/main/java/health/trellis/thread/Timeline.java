package health.trellis.thread;

import health.trellis.clients.ClientHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened with a client, the latest first.
 *
 * @param kind the only kind that it shows; null for all
 * @param cut whether there is more than it shows
 * @param mayWrite whether the reader treats the client
 */
public record Timeline(
    ClientHead head,
    List<TimelineEntry> entries,
    @Nullable TimelineKind kind,
    boolean cut,
    boolean mayWrite) {}
