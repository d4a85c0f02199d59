package health.trellis.launch;

import health.trellis.inventory.ItemCode;
import org.jspecify.annotations.Nullable;

/**
 * An invented answer.
 *
 * @param value the number chosen; absent where the client prefers not to say
 */
record DemoAnswer(ItemCode item, @Nullable Integer value) {}
