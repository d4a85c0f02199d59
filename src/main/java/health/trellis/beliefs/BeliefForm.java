package health.trellis.beliefs;

import health.trellis.clients.ClientHead;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that names a belief or revises one.
 *
 * @param belief the one to revise; null where one is named
 */
public record BeliefForm(ClientHead head, @Nullable BeliefView belief) {}
