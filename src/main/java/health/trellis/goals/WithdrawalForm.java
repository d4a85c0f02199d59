package health.trellis.goals;

import health.trellis.clients.ClientHead;

/** What the page offers that withdraws a rating. */
public record WithdrawalForm(ClientHead head, GoalView goal, RatingView rating) {}
