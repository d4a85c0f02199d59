package health.trellis.desk;

import health.trellis.notes.WaitingNote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Who needs the therapist today.
 *
 * @param toReview results that came in, oldest first
 * @param overdue inventories past their date, oldest first
 * @param waiting inventories with clients, soonest first
 * @param goals clients with goals that somebody should look at, the longest waiting first
 * @param toCosign notes of trainees that wait for the therapist, oldest first
 */
public record DeskView(
    String name,
    List<CaseloadRow> toReview,
    List<CaseloadRow> overdue,
    List<CaseloadRow> waiting,
    List<CaseloadRow> goals,
    List<WaitingNote> toCosign) {
  /** Sorts what is open into the three lists, each of at most so many. */
  static DeskView of(
      String name, List<CaseloadRow> open, List<WaitingNote> toCosign, LocalDate today, int most) {
    List<CaseloadRow> due =
        open.stream()
            .filter(row -> row.dueOn() != null)
            .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.dueOn())))
            .toList();
    return new DeskView(
        name,
        open.stream()
            .filter(row -> row.review() != null)
            .sorted(
                Comparator.comparing(
                    row -> Objects.requireNonNullElse(row.reviewSince(), Instant.MAX)))
            .limit(most)
            .toList(),
        due.stream().filter(row -> row.overdue(today)).limit(most).toList(),
        due.stream().filter(row -> !row.overdue(today)).limit(most).toList(),
        open.stream()
            .filter(row -> row.goalsWait(today))
            .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.goalsLookOn())))
            .limit(most)
            .toList(),
        toCosign);
  }

  /** Whether nothing at all is open. */
  public boolean quiet() {
    return toReview.isEmpty()
        && overdue.isEmpty()
        && waiting.isEmpty()
        && goals.isEmpty()
        && toCosign.isEmpty();
  }
}
