package health.trellis.thread;

import health.trellis.kernel.BeliefId;

/** A belief in the client's words, where it is referred to. */
public record NamedBelief(BeliefId belief, String words) {}
