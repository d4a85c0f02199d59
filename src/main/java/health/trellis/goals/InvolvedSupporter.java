package health.trellis.goals;

import health.trellis.kernel.SupporterId;

/**
 * One of the people around the client who is part of a goal, or could be.
 *
 * @param alias what the client calls that person now
 */
public record InvolvedSupporter(SupporterId id, String alias) {}
