package health.trellis.audit;

import health.trellis.kernel.InvalidException;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SavedFilterId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;

/** The questions to the log that the administrators of a clinic keep, for all of them. */
@Service
public class SavedFilterService {
  @Inject private FilterBook filters;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** Those that are kept, by name. No one is named in them, so no client's record is looked at. */
  @AllowedTo(Role.ADMINISTRATOR)
  public List<SavedFilterView> list() {
    List<SavedFilterView> shown = filters.list();
    audit.record(Act.AUDIT_FILTERS_READ, caller.get().clinic());
    return shown;
  }

  /** Keeps one; the same key again gives the same one. */
  @AllowedTo(Role.ADMINISTRATOR)
  public SavedFilterId keep(SavedFilterDraft draft, RequestKey key) {
    SavedFilterId id = SavedFilterId.next();
    if (filters.add(id, draft, key)) {
      audit.record(Act.AUDIT_FILTER_KEPT, id);
      return id;
    }
    return filters
        .findByRequest(key)
        .orElseThrow(() -> new InvalidException("name", "filter.name.taken"));
  }

  /** Takes one from those that are kept; asked twice, it is removed once. */
  @AllowedTo(Role.ADMINISTRATOR)
  public void remove(SavedFilterId id) {
    if (filters.remove(id)) {
      audit.record(Act.AUDIT_FILTER_REMOVED, id);
    }
  }
}
