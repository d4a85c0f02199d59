package health.trellis.inventory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a client answered, by item. An item left blank, or declined ("prefer not to say"), is
 * absent: the two are told apart where answers are kept, and count alike in scoring.
 *
 * @param values the number chosen for each item answered, as given, before any reversing
 */
public record Answers(Map<ItemCode, Integer> values) {
  /** No answer at all. */
  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    values = Map.copyOf(values);
  }

  /** The answer to an item, or empty when it is missing. */
  public Optional<Integer> find(ItemCode item) {
    return Optional.ofNullable(values.get(item));
  }

  /** These answers with one more, or one changed. */
  public Answers with(ItemCode item, int value) {
    Map<ItemCode, Integer> more = new LinkedHashMap<>(values);
    more.put(item, value);
    return new Answers(more);
  }

  /** These answers with one blank again. */
  public Answers without(ItemCode item) {
    Map<ItemCode, Integer> fewer = new LinkedHashMap<>(values);
    fewer.remove(item);
    return new Answers(fewer);
  }
}
