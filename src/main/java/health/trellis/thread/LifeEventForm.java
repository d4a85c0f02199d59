package health.trellis.thread;

import health.trellis.clients.ClientHead;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that notes a life event or withdraws one.
 *
 * @param event the one that was noted; null where one is to be noted
 * @param today by the clinic's calendar
 * @param mayWrite whether the reader treats the client
 */
public record LifeEventForm(
    ClientHead head, @Nullable LifeEventView event, LocalDate today, boolean mayWrite) {}
