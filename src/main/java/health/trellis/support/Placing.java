package health.trellis.support;

import health.trellis.kernel.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * A supporter is put somewhere else on the map, or taken off it.
 *
 * @param key names this change: the same again changes nothing
 * @param seen the version of the supporter that was seen
 * @param spot where to; null to take the supporter off
 */
public record Placing(RequestKey key, int seen, @Nullable Spot spot) {}
