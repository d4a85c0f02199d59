package health.trellis.formulation;

import health.trellis.beliefs.BeliefView;
import health.trellis.clients.ClientHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that writes a version.
 *
 * @param latest the version that stands; null while there is none
 * @param beliefs the client's, the first named first
 */
public record FormulationForm(
    ClientHead head, @Nullable FormulationView latest, List<BeliefView> beliefs) {
  /** The number of the version that stands; 0 while there is none. */
  public int number() {
    return latest == null ? 0 : latest.version().number();
  }
}
