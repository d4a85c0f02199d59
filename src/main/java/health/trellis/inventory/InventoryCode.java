package health.trellis.inventory;

import java.util.regex.Pattern;

/**
 * The short, stable name of an instrument, the same in all its versions and languages: {@code
 * hyper-independence}. Lower-case letters, digits and hyphens, beginning with a letter, at most 40.
 */
public record InventoryCode(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public InventoryCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an inventory code: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
