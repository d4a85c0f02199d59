package health.trellis.beliefs;

import health.trellis.kernel.BeliefId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A belief as its client reads it: what was shared of it and nothing else.
 *
 * @param ownTheme the theme's name where it is none of the list
 * @param alternative what the client would rather believe; null where that is not said yet
 * @param sharedBy the name of who shared it
 * @param takesRating whether the client can rate it now
 * @param ratings the client's own, and the therapist's where they are shared too, oldest first
 */
public record SharedBelief(
    BeliefId id,
    String words,
    BeliefTheme theme,
    @Nullable String ownTheme,
    @Nullable String alternative,
    Instant sharedAt,
    String sharedBy,
    boolean takesRating,
    List<ConvictionView> ratings) {
  /** How the client rated it last; null where the client never did. */
  public @Nullable ConvictionView last() {
    return ratings.stream()
        .filter(ConvictionView::byClient)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
