package health.trellis.thread;

import health.trellis.beliefs.BeliefList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's beliefs, and what the last inventory suggests to ask.
 *
 * @param suggestions none for who may not name a belief
 * @param answeredAt when the inventory was submitted that they come from; null without
 * @param language of its items
 */
public record LedgerList(
    BeliefList ledger,
    List<Suggestion> suggestions,
    @Nullable Instant answeredAt,
    @Nullable String language) {}
