package health.trellis.goals;

import health.trellis.kernel.GoalId;

/** A goal in the version that was on the page when somebody decided something about it. */
public record SeenGoal(GoalId id, long version) {}
