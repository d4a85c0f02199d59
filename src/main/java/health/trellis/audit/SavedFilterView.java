package health.trellis.audit;

import health.trellis.kernel.SavedFilterId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question to the log that the clinic keeps.
 *
 * @param recent the last days; null for the filter's own
 * @param filter which acts; it names nobody but by id
 * @param keptBy who kept it, by name
 */
public record SavedFilterView(
    SavedFilterId id, String name, @Nullable Recent recent, ReviewFilter filter, String keptBy) {
  /** Which acts it finds when it is asked on this day. */
  public ReviewFilter on(LocalDate today) {
    return recent == null ? filter : filter.between(recent.first(today), null);
  }
}
