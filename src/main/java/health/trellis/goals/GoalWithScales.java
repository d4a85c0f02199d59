package health.trellis.goals;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A goal with the versions of its levels.
 *
 * @param scales by their numbers
 */
record GoalWithScales(SupportGoal goal, List<AttainmentScale> scales) {
  /** From rows of a goal and one of its scales, or none. */
  static List<GoalWithScales> of(List<Tuple> rows) {
    Map<SupportGoal, List<AttainmentScale>> found = new LinkedHashMap<>();
    for (Tuple row : rows) {
      List<AttainmentScale> scales =
          found.computeIfAbsent(row.get("goal", SupportGoal.class), none -> new ArrayList<>());
      Optional.ofNullable(row.get("scale", AttainmentScale.class)).ifPresent(scales::add);
    }
    return found.entrySet().stream()
        .map(each -> new GoalWithScales(each.getKey(), List.copyOf(each.getValue())))
        .toList();
  }

  /** The levels that stand: the last ones that were agreed. */
  Optional<AttainmentScale> standing() {
    return scales.stream().filter(AttainmentScale::agreed).reduce((earlier, later) -> later);
  }
}
