package health.trellis.formulation;

import health.trellis.clients.ClientHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's formulation, and which versions there are.
 *
 * @param versions the newest first
 * @param shown the version that was asked for; null while there is none at all
 * @param mayWrite whether the reader treats the client
 */
public record FormulationPage(
    ClientHead head, List<VersionRow> versions, @Nullable FormulationView shown, boolean mayWrite) {
  /** Whether the reader may write a version now. */
  public boolean open() {
    return mayWrite && !head.closed();
  }

  /** Whether a newer version stands than the one that is shown. */
  public boolean outdated() {
    return shown != null && shown.version().number() < versions.get(0).number();
  }
}
