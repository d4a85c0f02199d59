package health.trellis.audit;

import health.trellis.kernel.ClientId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of the review, the latest act first.
 *
 * @param people whom one can choose: the staff by name, and whoever is chosen
 * @param clientName the client who is chosen; null where none is
 * @param next the act after which the next page begins; null on the last page
 * @param first whether nothing stands before this page
 */
public record ReviewPage(
    List<ReviewRow> rows,
    List<ReviewPerson> people,
    @Nullable String clientName,
    @Nullable EventNumber next,
    boolean first) {
  /** The acts as lines. */
  public List<Look<ReviewRow>> looks() {
    return Look.of(rows, ReviewRow::together);
  }

  /** The beginning of it, so many lines. */
  ReviewPage cut(int lines) {
    int acts = Look.acts(looks(), lines);
    return acts == rows.size()
        ? this
        : new ReviewPage(
            rows.subList(0, acts), people, clientName, rows.get(acts - 1).number(), first);
  }

  /** The clients whom its lines name, and the one who was asked for. */
  Set<ClientId> named(@Nullable ClientId asked) {
    Set<ClientId> named = new HashSet<>();
    if (asked != null) {
      named.add(asked);
    }
    for (Look<ReviewRow> look : looks()) {
      named.addAll(look.acts() == 1 ? look.act().named() : look.act().alsoNamed());
    }
    return named;
  }
}
