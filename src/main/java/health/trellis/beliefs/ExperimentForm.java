package health.trellis.beliefs;

import health.trellis.clients.ClientHead;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the pages offer that plan an experiment, read one, or write down what came of it.
 *
 * @param experiment null where one is planned
 * @param today by the clinic's calendar
 * @param mayWrite whether the reader treats the client
 */
public record ExperimentForm(
    ClientHead head,
    BeliefView belief,
    @Nullable ExperimentView experiment,
    LocalDate today,
    boolean mayWrite) {
  /** Whether the reader may write down now what came of it. */
  public boolean waits() {
    return mayWrite
        && !head.closed()
        && experiment != null
        && experiment.state() == ExperimentState.PLANNED;
  }
}
