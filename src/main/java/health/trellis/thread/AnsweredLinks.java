package health.trellis.thread;

import java.util.List;
import java.util.Map;

/**
 * What leads on from the answers to one inventory.
 *
 * @param byItem the beliefs about which answers are evidence, by the item's code
 * @param goals the open goals that touch what an inventory asks for, the first proposed first
 */
public record AnsweredLinks(Map<String, List<NamedBelief>> byItem, List<TouchingGoal> goals) {
  /** Nothing. */
  public static final AnsweredLinks NONE = new AnsweredLinks(Map.of(), List.of());

  public AnsweredLinks {
    byItem = Map.copyOf(byItem);
  }

  /** The beliefs of one item. */
  public List<NamedBelief> of(String item) {
    return byItem.getOrDefault(item, List.of());
  }
}
