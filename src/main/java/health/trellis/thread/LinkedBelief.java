package health.trellis.thread;

import health.trellis.beliefs.BeliefTheme;
import health.trellis.kernel.BeliefId;
import org.jspecify.annotations.Nullable;

/**
 * A belief that a note leads to.
 *
 * @param words the client's own
 * @param ownTheme the theme's name where it is one of the client's own; null otherwise
 * @param linked whether somebody chose it for the note
 * @param told whether evidence about it comes from the note
 */
public record LinkedBelief(
    BeliefId belief,
    String words,
    BeliefTheme theme,
    @Nullable String ownTheme,
    boolean linked,
    boolean told) {}
