package health.trellis.thread;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a client's timeline.
 *
 * @param opens the record that it leads to: a session's or the note itself, an assignment, a
 *     belief; null for a session without a note that the reader may see
 * @param state whether the session took place, how the note stands, who rated; the inventory's
 *     code; whether a goal was rated from 0 to 10 or by its levels
 * @param words where the session was, the note's form by its code or the clinic's name for it, the
 *     belief or goal in the client's words, the remark on a map; empty for an inventory
 * @param value the session's minutes, the inventory's mean, the conviction from 0 to 100; null for
 *     a note, and where no mean could be made
 * @param before the value of the time before, of the same inventory or belief; null where there is
 *     none
 */
public record TimelineEntry(
    TimelineKind kind,
    Instant at,
    @Nullable UUID opens,
    String state,
    String words,
    @Nullable BigDecimal value,
    @Nullable BigDecimal before) {}
