package health.trellis.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic that turns answers into scores. A pure function of the definition and the answers.
 *
 * <p>In this order: every answer is checked; reversed items are turned round, x′ = min + max − x;
 * each scale of items applies its {@link MissingRule}; a scale of parts adds its parts up when all
 * of them have a score. A missing answer is never 0. {@code docs/inventory.md} has the formulas
 * with their sources.
 */
public final class Scoring {
  /** Decimals that a score is kept with, rounded half up. */
  private static final int KEPT = 2;

  private Scoring() {}

  /**
   * The score of every scale, and the critical items raised.
   *
   * @throws UnusableAnswer if an answer is to an item the inventory does not have, or its number is
   *     none of the inventory's answers
   */
  public static Scores score(Inventory inventory, Answers answers) {
    answers.values().forEach(inventory::check);
    Map<ItemCode, Integer> keyed = keyed(inventory, answers);
    List<Score> scores = new ArrayList<>();
    for (Scale scale : inventory.scales()) {
      scores.add(
          scale.madeOfParts()
              ? ofParts(scale, new Scores(scores, List.of()))
              : ofItems(scale, keyed));
    }
    return new Scores(
        scores, inventory.critical().stream().filter(item -> item.raisedBy(answers)).toList());
  }

  /** The answers given, reversed where the item is; an item not answered stays absent. */
  private static Map<ItemCode, Integer> keyed(Inventory inventory, Answers answers) {
    Map<ItemCode, Integer> keyed = new LinkedHashMap<>();
    for (Item item : inventory.items()) {
      answers.find(item.code()).ifPresent(x -> keyed.put(item.code(), inventory.keyed(item, x)));
    }
    return keyed;
  }

  private static Score ofItems(Scale scale, Map<ItemCode, Integer> keyed) {
    List<Integer> given = new ArrayList<>();
    for (ItemCode item : scale.items()) {
      Optional.ofNullable(keyed.get(item)).ifPresent(given::add);
    }
    if (given.size() < scale.missing().minimum()) {
      return Score.notScorable(scale, given.size());
    }
    BigDecimal sum = BigDecimal.valueOf(given.stream().mapToInt(Integer::intValue).sum());
    BigDecimal mean = divide(sum, given.size());
    BigDecimal raw =
        scale.missing().method() == MissingRule.Method.MEAN
            ? mean
            : divide(sum.multiply(BigDecimal.valueOf(scale.items().size())), given.size());
    return scored(scale, raw, mean, given.size());
  }

  private static Score ofParts(Scale scale, Scores soFar) {
    BigDecimal raw = BigDecimal.ZERO.setScale(KEPT);
    int answered = 0;
    boolean scorable = true;
    for (ScaleCode part : scale.parts()) {
      Score score = soFar.of(part);
      answered += score.answered();
      @Nullable BigDecimal partRaw = score.raw();
      if (partRaw == null) {
        scorable = false;
      } else {
        raw = raw.add(partRaw);
      }
    }
    return scorable
        ? scored(scale, raw, divide(raw, scale.items().size()), answered)
        : Score.notScorable(scale, answered);
  }

  private static Score scored(Scale scale, BigDecimal raw, BigDecimal mean, int answered) {
    int items = scale.items().size();
    BigDecimal shown = scale.missing().rounding().apply(raw);
    @Nullable Band band =
        scale.bands().stream().filter(each -> each.contains(shown)).findFirst().orElse(null);
    return new Score(scale.code(), raw, shown, mean, answered < items, answered, items, band);
  }

  private static BigDecimal divide(BigDecimal sum, int by) {
    return sum.divide(BigDecimal.valueOf(by), KEPT, RoundingMode.HALF_UP);
  }
}
