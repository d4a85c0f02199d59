package health.trellis.thread;

import health.trellis.goals.GoalPage;
import java.util.List;

/**
 * One goal with all that belongs to it, beside the notes that are about it.
 *
 * @param notes those that the reader may see, the latest session first
 */
public record GoalThread(GoalPage page, List<LinkedNote> notes) {}
