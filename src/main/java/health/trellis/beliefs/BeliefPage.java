package health.trellis.beliefs;

import health.trellis.clients.ClientHead;
import java.util.List;

/**
 * One belief with all that was done about it.
 *
 * @param ratings oldest first
 * @param experiments the last planned first
 * @param evidence the latest first
 * @param mayWrite whether the reader treats the client
 */
public record BeliefPage(
    ClientHead head,
    BeliefView belief,
    List<ConvictionView> ratings,
    List<ExperimentView> experiments,
    List<EvidenceView> evidence,
    boolean mayWrite) {
  /** Whether the reader may add to it now. */
  public boolean open() {
    return mayWrite && !head.closed();
  }
}
