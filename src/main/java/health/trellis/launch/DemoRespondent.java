package health.trellis.launch;

import health.trellis.inventory.Inventory;
import health.trellis.inventory.Item;
import health.trellis.inventory.ItemCode;
import health.trellis.inventory.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An invented client who answers: with a level that the course of treatment moves, characteristics
 * that are stronger or weaker than that level, and a leaning for each item, both kept from one
 * inventory to the next, and chance. What self-reliance costs rises with the level, what it gives
 * only a little.
 */
final class DemoRespondent {
  private static final double SPREAD_OF_CHARACTERISTICS = 0.5;
  private static final double SPREAD_OF_ITEMS = 0.4;
  private static final double CHANCE = 0.6;
  private static final int ONE_SUBSCALE_TOO_FEW = 3;

  private final DemoClient client;
  private final Inventory inventory;
  private final RandomGenerator random;
  private final double start;
  private final List<Scale> characteristics;
  private final Map<ItemCode, Double> leanings = new HashMap<>();

  DemoRespondent(DemoClient client, Inventory inventory, RandomGenerator random) {
    this.client = client;
    this.inventory = inventory;
    this.random = random;
    this.start = client.course().start(random);
    this.characteristics = inventory.scales(Scale.Kind.SUBSCALE);
    inventory.items().forEach(item -> leanings.put(item.code(), chance(SPREAD_OF_ITEMS)));
    for (Scale scale : inventory.scales()) {
      double leaning = chance(SPREAD_OF_CHARACTERISTICS);
      if (!scale.madeOfParts()) {
        scale.items().forEach(item -> leanings.merge(item, leaning, Double::sum));
      }
    }
  }

  /**
   * Answers to a whole inventory; an optional item may be left blank, and so be absent.
   *
   * @param progress the part of the treatment that has passed, 0 to 1
   * @param beforeLast how many inventories this client still sends after this one
   */
  List<DemoAnswer> answer(double progress, int beforeLast) {
    double level = start + client.course().shift(progress) + chance(0.12);
    List<ItemCode> declined = declined(beforeLast);
    Optional<ItemCode> blank = blank();
    List<DemoAnswer> answers = new ArrayList<>();
    for (Item item : inventory.items()) {
      int value = value(item, level);
      if (!blank.equals(Optional.of(item.code()))) {
        answers.add(new DemoAnswer(item.code(), declined.contains(item.code()) ? null : value));
      }
    }
    return answers;
  }

  private int value(Item item, double level) {
    double drawn =
        base(item.kind(), level) + leanings.getOrDefault(item.code(), 0.0) + chance(CHANCE);
    double bounded = Math.max(inventory.lowest(), Math.min(inventory.highest(), drawn));
    return inventory.keyed(item, (int) Math.round(bounded));
  }

  private static double base(Item.Kind kind, double level) {
    return switch (kind) {
      case BENEFIT -> 1.6 + 0.35 * level;
      case COST -> 1.1 * level - 0.4;
      case SIGN -> 0.9 * level + 0.1;
      case SCORED, UNSCORED -> level;
    };
  }

  /**
   * The items not answered: mostly none, at times one or two, and for some clients three of one.
   */
  private List<ItemCode> declined(int beforeLast) {
    Scale scale = characteristics.get(random.nextInt(characteristics.size()));
    int some = random.nextInt(8) == 0 ? random.nextInt(1, 3) : 0;
    boolean many = client.notes().contains(DemoClient.Note.DECLINES) && beforeLast % 3 == 0;
    List<ItemCode> items = new ArrayList<>(scale.items());
    Collections.rotate(items, random.nextInt(items.size()));
    return items.subList(0, many ? ONE_SUBSCALE_TOO_FEW : some);
  }

  /** At times one of the optional items. */
  private Optional<ItemCode> blank() {
    List<ItemCode> optional =
        inventory.items().stream().filter(item -> !item.required()).map(Item::code).toList();
    int drawn = random.nextInt(6 * optional.size());
    return drawn < optional.size() ? Optional.of(optional.get(drawn)) : Optional.empty();
  }

  private double chance(double spread) {
    return spread * random.nextGaussian();
  }
}
