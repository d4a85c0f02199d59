package health.trellis.thread;

import health.trellis.kernel.LifeEventId;
import java.time.LocalDate;

/** Something that happened in a client's life. */
public record LifeEventView(LifeEventId id, LocalDate happenedOn, String words) {}
