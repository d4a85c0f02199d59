package health.trellis.thread;

import health.trellis.beliefs.BeliefTheme;
import health.trellis.inventory.AnsweredItem;
import java.util.List;

/**
 * A question to the therapist: does one of these beliefs stand under this answer? It does nothing
 * by itself.
 *
 * @param themes those that may fit and that no belief of the client has yet
 */
public record Suggestion(AnsweredItem item, List<BeliefTheme> themes) {}
