package health.trellis.formulation;

import java.util.Arrays;
import java.util.List;

/**
 * One version of a formulation as one reads it.
 *
 * @param entries of all parts, each part's in its order
 */
public record FormulationView(VersionRow version, List<EntryView> entries) {
  /** The five parts in their order, with nothing in some perhaps. */
  public List<PartView> parts() {
    return Arrays.stream(FormulationPart.values())
        .map(
            part ->
                new PartView(part, entries.stream().filter(entry -> entry.part() == part).toList()))
        .toList();
  }
}
