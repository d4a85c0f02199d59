package health.trellis.notes;

import java.time.Instant;

/** What was added to a signed note, with who, when and why. */
public record AddendumView(Instant at, String author, String reason, String body) {}
