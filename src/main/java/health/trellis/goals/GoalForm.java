package health.trellis.goals;

import health.trellis.clients.ClientHead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that proposes a goal or revises one.
 *
 * @param goal the one to revise; null where one is proposed
 * @param beliefs those that it could work against
 * @param supporters those who could be part of it
 * @param starters the clinic's own goals to begin with; none where one is revised
 */
public record GoalForm(
    ClientHead head,
    @Nullable GoalView goal,
    List<AgainstBelief> beliefs,
    List<InvolvedSupporter> supporters,
    List<StarterView> starters,
    LocalDate today) {}
