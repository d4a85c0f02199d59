package health.trellis.goals;

import health.trellis.kernel.BeliefId;

/**
 * A belief that a goal works against, or could.
 *
 * @param words the belief in the client's own words, as it stands now
 */
public record AgainstBelief(BeliefId id, String words) {}
