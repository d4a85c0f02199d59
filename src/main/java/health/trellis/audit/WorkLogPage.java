package health.trellis.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a therapist did and of what others did about the own clients, the latest first.
 *
 * @param clients whom the therapist treats or supervises, by name
 * @param next the act after which the next page begins; null on the last page
 * @param first whether nothing stands before this page
 */
public record WorkLogPage(
    List<WorkLogRow> rows, List<ReviewClient> clients, @Nullable EventNumber next, boolean first) {
  /** The acts as lines. */
  public List<Look<WorkLogRow>> looks() {
    return Look.of(rows, WorkLogRow::together);
  }

  /** The beginning of it, so many lines. */
  WorkLogPage cut(int lines) {
    int acts = Look.acts(looks(), lines);
    return acts == rows.size()
        ? this
        : new WorkLogPage(rows.subList(0, acts), clients, rows.get(acts - 1).number(), first);
  }
}
