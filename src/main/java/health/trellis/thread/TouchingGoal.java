package health.trellis.thread;

import health.trellis.goals.GoalFocus;
import health.trellis.goals.GoalStatus;
import health.trellis.kernel.GoalId;

/**
 * A goal that touches a characteristic or a sign of hyper-independence.
 *
 * @param words the client's own
 */
public record TouchingGoal(GoalId goal, String words, GoalFocus focus, GoalStatus status) {}
