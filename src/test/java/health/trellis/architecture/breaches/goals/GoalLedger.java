package health.trellis.architecture.breaches.goals;

/** What the kernel must not know. */
public final class GoalLedger {}
