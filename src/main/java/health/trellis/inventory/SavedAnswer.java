package health.trellis.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds of an item after a change, for the page to show as saved.
 *
 * @param answered how many items are dealt with now
 * @param of how many there are
 */
public record SavedAnswer(
    ItemCode item,
    @Nullable Integer value,
    boolean declined,
    Instant savedAt,
    int answered,
    int of) {}
