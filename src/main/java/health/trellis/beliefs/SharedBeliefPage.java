package health.trellis.beliefs;

import java.util.List;

/**
 * One belief as its client rates it.
 *
 * @param therapists the names of those who will see the rating
 */
public record SharedBeliefPage(SharedBelief belief, List<String> therapists) {}
