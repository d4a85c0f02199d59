package health.trellis.support;

import health.trellis.kernel.GoalId;
import health.trellis.kernel.SupporterId;

/**
 * A goal that somebody on the map is part of.
 *
 * @param words the goal in the client's own words
 * @param status the name of how it stands
 */
public record InvolvingGoal(SupporterId supporter, GoalId goal, String words, String status) {}
