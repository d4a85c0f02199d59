package health.trellis.goals;

import health.trellis.clients.ClientHead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's goals.
 *
 * @param rows by how they stand, within that the first proposed first
 * @param byTherapist what they come to, as therapists rated them; null without
 * @param byClient what they come to, as the client did; null without
 * @param mayWrite whether the reader treats the client
 */
public record GoalList(
    ClientHead head,
    List<GoalRow> rows,
    @Nullable GoalTotal byTherapist,
    @Nullable GoalTotal byClient,
    LocalDate today,
    boolean mayWrite) {
  /** Whether the reader may propose one now. */
  public boolean open() {
    return mayWrite && !head.closed();
  }

  /** Those that stand like this. */
  public List<GoalRow> of(GoalStatus status) {
    return rows.stream().filter(row -> row.goal().status() == status).toList();
  }
}
