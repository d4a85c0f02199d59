package health.trellis.launch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inventory given to an invented client, with all that became of it.
 *
 * @param progress the part of the treatment that had passed, 0 to 1
 * @param answered how much of it was answered, 0 to 1
 * @param lastAnswer when the last answer was given; unimportant where there is none
 */
record DemoAssignment(
    double progress,
    Instant assignedAt,
    LocalDate dueOn,
    double answered,
    Instant lastAnswer,
    @Nullable Instant submittedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant reviewedAt,
    @Nullable Instant releasedAt) {

  /** One that nobody has sent. */
  static DemoAssignment open(Instant assignedAt, LocalDate dueOn) {
    return new DemoAssignment(1, assignedAt, dueOn, 0, assignedAt, null, null, null, null);
  }

  /** One that was sent, and whose result nobody has looked at. */
  static DemoAssignment sent(double progress, Instant assignedAt, LocalDate dueOn, Instant at) {
    return new DemoAssignment(progress, assignedAt, dueOn, 1, at, at, null, null, null);
  }

  DemoAssignment answered(double part, Instant last) {
    return new DemoAssignment(progress, assignedAt, dueOn, part, last, null, null, null, null);
  }

  DemoAssignment withdrawn(Instant at) {
    return new DemoAssignment(
        progress, assignedAt, dueOn, answered, lastAnswer, null, at, null, null);
  }

  DemoAssignment reviewed(Instant at) {
    return new DemoAssignment(
        progress, assignedAt, dueOn, answered, lastAnswer, submittedAt, null, at, null);
  }

  DemoAssignment released(Instant at) {
    return new DemoAssignment(
        progress, assignedAt, dueOn, answered, lastAnswer, submittedAt, null, reviewedAt, at);
  }
}
