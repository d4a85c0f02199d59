package health.trellis.notes;

import java.time.Instant;

/** One time that a note was sent back: when, by whom, why. */
public record ReturnView(Instant at, String by, String remark) {}
