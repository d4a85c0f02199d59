package health.trellis.beliefs;

import health.trellis.kernel.ExperimentId;

/**
 * An experiment as somebody saw it, on which a change is based.
 *
 * @param version of what was seen
 */
public record SeenExperiment(ExperimentId id, long version) {}
