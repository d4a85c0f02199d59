package health.trellis.architecture.breaches.kernel;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** An id that counts. */
@Breaks(Rule.IDS_ARE_RECORDS)
public record SlotId(long value) {}
