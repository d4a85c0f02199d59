package health.trellis.thread;

import java.util.List;
import java.util.Map;

/**
 * The beliefs about which answers to one inventory are evidence.
 *
 * @param byItem by the item's code
 */
public record AnsweredBeliefs(Map<String, List<NamedBelief>> byItem) {
  public AnsweredBeliefs {
    byItem = Map.copyOf(byItem);
  }

  /** Those of one item. */
  public List<NamedBelief> of(String item) {
    return byItem.getOrDefault(item, List.of());
  }
}
