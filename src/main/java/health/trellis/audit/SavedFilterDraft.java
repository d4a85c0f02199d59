package health.trellis.audit;

import health.trellis.kernel.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question to the log that an administrator wants to keep; it checks itself.
 *
 * @param name 1 to 80 characters, which the clinic has once
 * @param recent the last days; null for the filter's own, and else that has none
 * @param filter which acts
 */
public record SavedFilterDraft(String name, @Nullable Recent recent, ReviewFilter filter) {
  private static final int LONGEST = 80;
  private static final Pattern NO_TEXT = Pattern.compile("\\p{Cntrl}");

  /** Trims the name, and refuses what does not fit, all of it at once. */
  public SavedFilterDraft {
    name = name.strip().replaceAll("\\s+", " ");
    filter = recent == null ? filter : filter.between(null, null);
    new Problems()
        .in("name", "filter.name.missing", name.isEmpty())
        .in("name", "filter.name.long", name.length() > LONGEST || NO_TEXT.matcher(name).find())
        .in("recent", "filter.nothing", recent == null && filter.equals(ReviewFilter.ALL))
        .refuse();
  }
}
