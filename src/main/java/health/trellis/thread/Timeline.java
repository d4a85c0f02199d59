package health.trellis.thread;

import health.trellis.clients.ClientHead;
import java.util.List;

/**
 * What happened with a client, the latest first.
 *
 * @param series what was measured in that time
 * @param period how far back it goes
 * @param cut whether there is more than it shows
 * @param mayWrite whether the reader treats the client
 */
public record Timeline(
    ClientHead head,
    List<TimelineEntry> entries,
    List<Series> series,
    Period period,
    boolean cut,
    boolean mayWrite) {}
