package health.trellis.thread;

import health.trellis.kernel.GoalId;

/** A goal in the client's words, where it is referred to. */
public record NamedGoal(GoalId goal, String words) {}
