package health.trellis.formulation;

import health.trellis.kernel.NotFoundException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version of a client's formulation is meant: 1 is the first. */
public record VersionNumber(int value) {
  private static final Pattern WRITTEN = Pattern.compile("[1-9][0-9]{0,8}");

  /**
   * The one that this text names; null where there is no text. A text that names none is answered
   * like a version that is not there.
   */
  public static @Nullable VersionNumber of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!WRITTEN.matcher(text).matches()) {
      throw new NotFoundException("no such version");
    }
    return new VersionNumber(Integer.parseInt(text));
  }
}
