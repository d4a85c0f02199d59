package health.trellis.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One version of an instrument in one language: what is asked, how it may be answered, and how the
 * answers are scored. Its wording never changes; a new wording is a new version, so that an old
 * answer keeps the score of the questions it was given to.
 *
 * @param code the instrument
 * @param version from 1
 * @param language a language tag such as {@code en} or {@code pt-BR}
 * @param about what is said of it
 * @param lowerIsBetter whether a lower score is the better one, for its total, subscales and sign
 *     index; benefits and costs are the client's to weigh and have no better or worse
 * @param responses the answers that can be chosen, lowest number first, the same for every item
 * @param sections the items, in the order asked
 * @param scales what is scored, in the order reported
 * @param critical items whose answer alone asks for attention; often none
 * @param fingerprint SHA-256 of the definition's bytes, in lower-case hexadecimal
 */
public record Inventory(
    InventoryCode code,
    int version,
    String language,
    About about,
    boolean lowerIsBetter,
    List<ResponseOption> responses,
    List<Section> sections,
    List<Scale> scales,
    List<CriticalItem> critical,
    String fingerprint) {

  public Inventory {
    responses = List.copyOf(responses);
    sections = List.copyOf(sections);
    scales = List.copyOf(scales);
    critical = List.copyOf(critical);
    new Consistency(code, version, language, responses, sections, scales, critical).require();
  }

  /** Its name. */
  public String title() {
    return about.title();
  }

  /** One plain sentence: why we ask. */
  public String why() {
    return about.why();
  }

  /** One plain sentence: who will see the answers. */
  public String whoSees() {
    return about.whoSees();
  }

  /** The time the answers are about. */
  public String timeframe() {
    return about.timeframe();
  }

  /** How long answering takes, in minutes. */
  public int minutes() {
    return about.minutes();
  }

  /** The terms under which its wording may be used. */
  public String licence() {
    return about.licence();
  }

  /** How to cite it. */
  public String citation() {
    return about.citation();
  }

  /** What is known, or not, of its quality; stands wherever a score stands. */
  public String validation() {
    return about.validation();
  }

  /** All items, in the order asked. */
  public List<Item> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }

  /** The item with this code; an unknown one is refused. */
  public Item item(ItemCode item) {
    return items().stream()
        .filter(each -> each.code().equals(item))
        .findFirst()
        .orElseThrow(() -> new UnusableAnswer(item, code + " has no item " + item));
  }

  /** The scale with this code. */
  public Scale scale(ScaleCode scale) {
    return scales.stream()
        .filter(each -> each.code().equals(scale))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(code + " has no scale " + scale));
  }

  /** The scales of one kind, in the order reported. */
  public List<Scale> scales(Scale.Kind kind) {
    return scales.stream().filter(scale -> scale.kind() == kind).toList();
  }

  /** The score of the whole instrument, where it has one. */
  public Optional<Scale> total() {
    return scales(Scale.Kind.TOTAL).stream().findFirst();
  }

  /** The lowest number that can be answered. */
  public int lowest() {
    return responses.get(0).value();
  }

  /** The highest number that can be answered. */
  public int highest() {
    return responses.get(responses.size() - 1).value();
  }

  /**
   * Refuses an answer that this instrument cannot take: to an item it does not have, or with a
   * number that is none of its answers.
   */
  public void check(ItemCode item, int value) {
    Item known = item(item);
    if (responses.stream().noneMatch(option -> option.value() == value)) {
      throw new UnusableAnswer(
          item, value + " is no answer to item " + known.number() + " (" + item + ") of " + code);
    }
  }

  /**
   * The number an answer counts as: for a reversed item lowest + highest − answer, which leaves the
   * ends of the answer scale where they are and is its own inverse; otherwise the answer.
   */
  public int keyed(Item item, int answer) {
    return item.reversed() ? lowest() + highest() - answer : answer;
  }

  /**
   * The words of the answer scale nearest to a mean answer: 1.3 is "rarely". A mean half-way
   * between two answers takes the higher one, as rounding half up does. It puts words to a number;
   * it is no norm and no verdict.
   *
   * @param mean a mean answer after reversing, from {@link #lowest()} to {@link #highest()}
   */
  public ResponseOption nearestWords(BigDecimal mean) {
    if (mean.compareTo(BigDecimal.valueOf(lowest())) < 0
        || mean.compareTo(BigDecimal.valueOf(highest())) > 0) {
      throw new IllegalArgumentException("a mean of " + mean + " lies outside the answer scale");
    }
    ResponseOption nearest = responses.get(0);
    for (ResponseOption option : responses) {
      if (distance(option, mean).compareTo(distance(nearest, mean)) <= 0) {
        nearest = option;
      }
    }
    return nearest;
  }

  private static BigDecimal distance(ResponseOption option, BigDecimal mean) {
    return mean.subtract(BigDecimal.valueOf(option.value())).abs();
  }
}
