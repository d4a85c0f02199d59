package health.trellis.desk;

import health.trellis.goals.GoalCourse;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client in the caseload or on the desk.
 *
 * @param age in whole years; null where the date of birth is unknown
 * @param lastMean the mean answer of the last total; null where none is scorable
 * @param recentMeans those of the last twelve times, oldest first
 * @param goals how far the goals got; null where none that is worked on was rated
 * @param goalsLookOn from which day on somebody should look at the goals; null for never
 * @param lastAt when the client last submitted; null where never
 * @param dueOn when the open inventory is due; null where none is open
 * @param review what waits to be reviewed; null where nothing does
 */
public record CaseloadRow(
    ClientId client,
    String name,
    @Nullable Integer age,
    @Nullable BigDecimal lastMean,
    List<BigDecimal> recentMeans,
    @Nullable GoalCourse goals,
    @Nullable LocalDate goalsLookOn,
    @Nullable Instant lastAt,
    @Nullable AssignmentId open,
    @Nullable LocalDate dueOn,
    @Nullable AssignmentId review,
    @Nullable Instant reviewSince,
    State state) {
  /** What a client's row asks of the therapist. */
  public enum State {
    /** A result waits to be reviewed. */
    TO_REVIEW,
    /** An inventory is past its date. */
    OVERDUE,
    /** An inventory is with the client. */
    WAITING,
    /** Nothing is open. */
    NONE
  }

  /** Whether somebody should look at the goals by now. */
  public boolean goalsWait(LocalDate today) {
    return goalsLookOn != null && !goalsLookOn.isAfter(today);
  }

  /** Whether the open inventory is past its date. */
  boolean overdue(LocalDate today) {
    return dueOn != null && dueOn.isBefore(today);
  }

  static CaseloadRow of(CaseloadLine line, LocalDate today) {
    LocalDate dueOn = line.dueOn();
    State state = State.NONE;
    if (line.reviewAssignment() != null) {
      state = State.TO_REVIEW;
    } else if (dueOn != null) {
      state = dueOn.isBefore(today) ? State.OVERDUE : State.WAITING;
    }
    LocalDate born = line.birthDate();
    return new CaseloadRow(
        line.client(),
        line.name(),
        born == null ? null : born.until(today).getYears(),
        line.lastMean(),
        line.recentMeans(),
        line.goals(),
        line.goalsLookOn(),
        line.lastAt(),
        line.openAssignment(),
        dueOn,
        line.reviewAssignment(),
        line.reviewSince(),
        state);
  }
}
