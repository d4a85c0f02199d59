package health.trellis.inventory;

import java.util.regex.Pattern;

/**
 * The name of a scale within its instrument: {@code solitude}, {@code total}. Lower-case letters,
 * digits and hyphens, beginning with a letter, at most 40.
 */
public record ScaleCode(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public ScaleCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a scale code: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
