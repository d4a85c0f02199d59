package health.trellis.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the client reads and keeps the map too, and whether anything is written on it now.
 *
 * @param number how often that was decided; 0 where never
 * @param decidedAt when it was decided last; null where never
 * @param closed whether the case is closed
 */
public record SharingState(
    int number, boolean shared, @Nullable Instant decidedAt, boolean closed) {}
