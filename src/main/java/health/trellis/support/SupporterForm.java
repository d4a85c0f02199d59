package health.trellis.support;

import health.trellis.clients.ClientHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers that adds a supporter or changes one.
 *
 * @param supporter the one to change; null where one is added
 * @param goals those that it is part of, the first proposed first
 * @param size how many are on the map
 */
public record SupporterForm(
    ClientHead head, @Nullable SupporterView supporter, List<InvolvingGoal> goals, int size) {
  static SupporterForm of(
      ClientHead head,
      List<SupporterView> map,
      @Nullable SupporterView supporter,
      List<InvolvingGoal> goals) {
    return new SupporterForm(
        head, supporter, goals, (int) map.stream().filter(SupporterView::onMap).count());
  }
}
