package health.trellis.beliefs;

import org.jspecify.annotations.Nullable;

/**
 * A belief in the list.
 *
 * @param first how it was rated first; null where it never was
 * @param last how it was rated last; null where it never was
 */
public record BeliefRow(
    BeliefView belief, @Nullable ConvictionView first, @Nullable ConvictionView last) {}
