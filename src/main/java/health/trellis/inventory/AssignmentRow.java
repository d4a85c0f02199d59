package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One assignment in a list.
 *
 * @param answered how many items were dealt with so far
 * @param items how many there are
 * @param mean the mean answer of the total, where it was submitted and is scorable
 * @param words the words of the answer scale nearest to the mean
 */
public record AssignmentRow(
    AssignmentId id,
    String title,
    LocalDate dueOn,
    Instant assignedAt,
    @Nullable Instant submittedAt,
    boolean reviewed,
    @Nullable Instant releasedAt,
    int answered,
    int items,
    int minutes,
    @Nullable BigDecimal mean,
    @Nullable String words) {
  /** Whether the client may read the result. */
  public boolean released() {
    return releasedAt != null;
  }

  /** Whether the client has it still to do. */
  public boolean open() {
    return submittedAt == null;
  }
}
