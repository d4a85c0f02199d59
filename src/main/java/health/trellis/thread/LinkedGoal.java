package health.trellis.thread;

import health.trellis.goals.GoalStatus;
import health.trellis.kernel.GoalId;

/**
 * A goal that a note leads to.
 *
 * @param words the client's own
 */
public record LinkedGoal(GoalId goal, String words, GoalStatus status) {}
