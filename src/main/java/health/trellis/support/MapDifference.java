package health.trellis.support;

import health.trellis.kernel.SupporterId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What lies between the map of one moment and that of another.
 *
 * @param changes who came, who went, and who changed, in this order
 * @param same how many stayed as they were
 */
public record MapDifference(List<MapChange> changes, int same) {

  /** The difference between two maps; who is not on a map does not count there. */
  public static MapDifference between(List<SupporterView> before, List<SupporterView> after) {
    Map<SupporterId, SupporterView> earlier = on(before);
    Map<SupporterId, SupporterView> later = on(after);
    List<MapChange> changes = new ArrayList<>();
    later.forEach(
        (id, now) -> {
          SupporterView then = earlier.get(id);
          List<Aspect> aspects = then == null ? List.of() : aspects(then, now);
          if (then == null || !aspects.isEmpty()) {
            changes.add(new MapChange(then, now, aspects));
          }
        });
    earlier.forEach(
        (id, then) -> {
          if (!later.containsKey(id)) {
            changes.add(new MapChange(then, null, List.of()));
          }
        });
    int came = later.size() - (int) later.keySet().stream().filter(earlier::containsKey).count();
    int changed = (int) changes.stream().filter(each -> !each.aspects().isEmpty()).count();
    changes.sort(Comparator.comparing(MapChange::kind));
    return new MapDifference(List.copyOf(changes), later.size() - came - changed);
  }

  private static Map<SupporterId, SupporterView> on(List<SupporterView> map) {
    Map<SupporterId, SupporterView> on = new LinkedHashMap<>();
    map.stream().filter(SupporterView::onMap).forEach(each -> on.put(each.id(), each));
    return on;
  }

  private static List<Aspect> aspects(SupporterView then, SupporterView now) {
    return Arrays.stream(Aspect.values())
        .filter(aspect -> !Objects.equals(aspect.of(then.told()), aspect.of(now.told())))
        .toList();
  }

  /** What became of this supporter; empty where nothing did. */
  public Optional<MapChange> of(SupporterId id) {
    return changes.stream().filter(change -> change.id().equals(id)).findFirst();
  }
}
