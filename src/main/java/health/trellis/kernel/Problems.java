package health.trellis.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Looks over everything that was typed before it refuses, so that a person learns of all that is
 * wrong at once. Of each field the first problem counts.
 */
public final class Problems {
  private final Map<String, String> found = new LinkedHashMap<>();

  /** Notes what is wrong with a field, where something is. */
  public Problems in(String field, String code, boolean wrong) {
    if (wrong) {
      found.putIfAbsent(field, code);
    }
    return this;
  }

  /**
   * Goes on where all fits.
   *
   * @throws InvalidException with everything that was noted
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidException(found);
    }
  }
}
