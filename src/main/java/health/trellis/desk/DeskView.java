package health.trellis.desk;

import java.util.List;

/**
 * Who needs the therapist today.
 *
 * @param toReview results that came in, oldest first
 * @param overdue inventories past their date, oldest first
 * @param waiting inventories with clients, soonest first
 */
public record DeskView(
    String name, List<CaseloadRow> toReview, List<CaseloadRow> overdue, List<CaseloadRow> waiting) {
  /** Whether nothing at all is open. */
  public boolean quiet() {
    return toReview.isEmpty() && overdue.isEmpty() && waiting.isEmpty();
  }
}
