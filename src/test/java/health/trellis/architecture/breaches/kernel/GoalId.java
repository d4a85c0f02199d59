package health.trellis.architecture.breaches.kernel;

import java.util.UUID;

/** A sound id. */
public record GoalId(UUID value) {}
