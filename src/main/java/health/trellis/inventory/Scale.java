package health.trellis.inventory;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/**
 * What is scored together and reported under one title: a subscale, the total, the sign index, the
 * benefits or the costs.
 *
 * @param code its name within the instrument
 * @param kind what sort of score it is
 * @param title a plain heading for therapist and client
 * @param description one plain sentence that says what it looks at
 * @param items the items it counts, none twice; for a scale made of parts, those of its parts
 * @param parts the subscales it adds up, none unless the method is {@link
 *     MissingRule.Method#EVERY_PART}
 * @param missing what it does when answers are missing
 * @param bands its named ranges, lowest first, without gap or overlap; often none
 */
public record Scale(
    ScaleCode code,
    Kind kind,
    String title,
    String description,
    List<ItemCode> items,
    List<ScaleCode> parts,
    MissingRule missing,
    List<Band> bands) {

  /** What sort of score a scale is, and so which items it may count. */
  public enum Kind {
    /** The score of the whole instrument. */
    TOTAL(Item.Kind.SCORED),
    /** One characteristic. */
    SUBSCALE(Item.Kind.SCORED),
    /** How often signs are seen in daily life; never part of the total. */
    SIGN_INDEX(Item.Kind.SIGN),
    /** What the client gains; beside the total, never in it. */
    BENEFITS(Item.Kind.BENEFIT),
    /** What it costs the client; beside the total, never in it. */
    COSTS(Item.Kind.COST);

    private final Item.Kind counts;

    Kind(Item.Kind counts) {
      this.counts = counts;
    }

    /** The only kind of item such a scale may count. */
    public Item.Kind counts() {
      return counts;
    }
  }

  public Scale {
    Texts.require("the title of scale " + code, title);
    Texts.require("the description of scale " + code, description);
    items = List.copyOf(items);
    parts = List.copyOf(parts);
    bands = List.copyOf(bands);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("scale " + code + " counts no items");
    }
    if (new HashSet<>(items).size() < items.size()) {
      throw new IllegalArgumentException("scale " + code + " counts an item twice");
    }
    requirePartsThatFit(code, kind, parts, missing);
    requireReachableMinimum(code, parts.isEmpty() ? items.size() : parts.size(), missing);
    requireUnbrokenBands(code, bands, missing.rounding());
  }

  /** Whether it adds up other scales. */
  public boolean madeOfParts() {
    return !parts.isEmpty();
  }

  private static void requirePartsThatFit(
      ScaleCode code, Kind kind, List<ScaleCode> parts, MissingRule missing) {
    boolean everyPart = missing.method() == MissingRule.Method.EVERY_PART;
    if (everyPart == parts.isEmpty()) {
      throw new IllegalArgumentException(
          "scale " + code + ": parts and the method every-part go together");
    }
    if (everyPart && kind != Kind.TOTAL) {
      throw new IllegalArgumentException("scale " + code + ": only a total is made of parts");
    }
  }

  private static void requireReachableMinimum(ScaleCode code, int available, MissingRule missing) {
    boolean everyPart = missing.method() == MissingRule.Method.EVERY_PART;
    if (missing.minimum() > available || (everyPart && missing.minimum() < available)) {
      throw new IllegalArgumentException(
          "scale " + code + " wants " + missing.minimum() + " of " + available + " for a score");
    }
  }

  private static void requireUnbrokenBands(ScaleCode code, List<Band> bands, Rounding rounding) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(rounding.decimals());
    for (int i = 1; i < bands.size(); i++) {
      BigDecimal expected = bands.get(i - 1).to().add(step);
      if (bands.get(i).from().compareTo(expected) != 0) {
        throw new IllegalArgumentException(
            "scale " + code + ": band " + bands.get(i).code() + " must begin at " + expected);
      }
    }
  }
}
