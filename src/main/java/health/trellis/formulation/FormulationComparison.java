package health.trellis.formulation;

import health.trellis.clients.ClientHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two versions of a client's formulation, in words.
 *
 * @param versions the newest first
 * @param from the earlier one; null while there are not two
 * @param to the later one; null while there are not two
 * @param mayWrite whether the reader treats the client
 */
public record FormulationComparison(
    ClientHead head,
    List<VersionRow> versions,
    @Nullable VersionRow from,
    @Nullable VersionRow to,
    FormulationDifference difference,
    boolean mayWrite) {
  /** Of the two, the earlier first; of fewer there is nothing to say. */
  static FormulationComparison of(
      ClientHead head, List<VersionRow> versions, List<FormulationView> two, boolean mayWrite) {
    if (two.size() < 2) {
      FormulationDifference nothing = new FormulationDifference(List.of(), 0);
      return new FormulationComparison(head, versions, null, null, nothing, mayWrite);
    }
    FormulationView from = two.get(0);
    FormulationView to = two.get(1);
    return new FormulationComparison(
        head,
        versions,
        from.version(),
        to.version(),
        FormulationDifference.between(from.entries(), to.entries()),
        mayWrite);
  }
}
