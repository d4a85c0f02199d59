package health.trellis.inventory;

/**
 * A statement that a client answers, with all that is fixed about it.
 *
 * @param code its name, the same in every language of a version
 * @param number its place in the order asked, from 1; "item 7" on a screen is this number
 * @param text what the client reads
 * @param reversed whether a high answer means less of what its scale measures; scoring turns it
 *     round
 * @param required whether it must be answered, or declined, before submitting
 * @param kind the sort of scale that may count it
 */
public record Item(
    ItemCode code, int number, String text, boolean reversed, boolean required, Kind kind) {

  /** The sort of scale that may count an item, so that none slips into a score it is no part of. */
  public enum Kind {
    /** Counts in subscales and the total. */
    SCORED,
    /** Counts in the sign index alone. */
    SIGN,
    /** Counts among the benefits alone. */
    BENEFIT,
    /** Counts among the costs alone. */
    COST,
    /** Counts in no scale; the answer is kept and shown as it is. */
    UNSCORED
  }

  public Item {
    if (number < 1) {
      throw new IllegalArgumentException("items are numbered from 1, not " + number);
    }
    Texts.require("the text of item " + code, text);
    if (reversed && kind == Kind.UNSCORED) {
      throw new IllegalArgumentException("item " + code + " is not scored, so not reversed either");
    }
  }
}
