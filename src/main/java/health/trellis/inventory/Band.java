package health.trellis.inventory;

import java.math.BigDecimal;

/**
 * A named range of a score, from somebody's published work: "mild", 5 to 9. An instrument without
 * norms has none.
 *
 * @param code its name within the scale
 * @param label the words shown
 * @param from the smallest score in it, as shown (rounded)
 * @param to the largest score in it, as shown (rounded); not below {@code from}
 * @param citation the work the range was taken from
 */
public record Band(String code, String label, BigDecimal from, BigDecimal to, String citation) {
  public Band {
    Texts.require("a band's code", code);
    Texts.require("the label of band " + code, label);
    Texts.require("the citation of band " + code, citation);
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "band " + code + " runs from " + from + " down to " + to + "; from must not exceed to");
    }
  }

  /** Whether a score, rounded as it is shown, lies in this band; both ends belong to it. */
  public boolean contains(BigDecimal shown) {
    return from.compareTo(shown) <= 0 && shown.compareTo(to) <= 0;
  }
}
