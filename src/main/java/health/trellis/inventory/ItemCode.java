package health.trellis.inventory;

import java.util.regex.Pattern;

/**
 * The name of an item within its instrument, which it keeps wherever it stands: {@code help1}.
 * Lower-case letters and digits, beginning with a letter, at most 20.
 */
public record ItemCode(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,19}");

  public ItemCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an item code: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
