package health.trellis.goals;

import java.util.List;

/**
 * What the page offers on which a client withdraws an own rating.
 *
 * @param therapists the names of those who see that it was withdrawn, and why
 */
public record OwnWithdrawalForm(GoalView goal, RatingView rating, List<String> therapists) {}
