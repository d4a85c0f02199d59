package health.trellis.formulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What lies between two versions of a formulation. An entry is known by its line; in another part
 * it is another entry. That entries of a part changed places is no change.
 *
 * @param changes by part, in the order of the later version, and then what went
 * @param kept how many entries say the same in both
 */
public record FormulationDifference(List<FormulationChange> changes, int kept) {
  /** What happened from the earlier entries to the later ones. */
  static FormulationDifference between(List<EntryView> earlier, List<EntryView> later) {
    List<FormulationChange> changes = new ArrayList<>();
    int kept = 0;
    for (FormulationPart part : FormulationPart.values()) {
      Map<UUID, EntryView> before = byLine(earlier, part);
      for (EntryView now : in(later, part)) {
        EntryView then = before.remove(now.line());
        if (then == null) {
          changes.add(FormulationChange.came(now));
        } else if (then.says(now)) {
          kept++;
        } else {
          changes.add(FormulationChange.changed(then, now));
        }
      }
      in(earlier, part).stream()
          .filter(then -> before.containsKey(then.line()))
          .map(FormulationChange::went)
          .forEach(changes::add);
    }
    return new FormulationDifference(List.copyOf(changes), kept);
  }

  private static Map<UUID, EntryView> byLine(List<EntryView> entries, FormulationPart part) {
    return in(entries, part).stream()
        .collect(Collectors.toMap(EntryView::line, Function.identity()));
  }

  private static List<EntryView> in(List<EntryView> entries, FormulationPart part) {
    return entries.stream().filter(entry -> entry.part() == part).toList();
  }
}
