package health.trellis.audit.web;

import health.trellis.audit.Recent;
import health.trellis.audit.ReviewFilter;
import health.trellis.audit.SavedFilterDraft;
import health.trellis.audit.SavedFilterService;
import health.trellis.audit.SavedFilterView;
import health.trellis.kernel.SavedFilterId;
import health.trellis.web.FormKey;
import health.trellis.web.SayBean;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions to the log that the clinic keeps, and keeping the one that the address holds. */
@Named("savedFiltersBean")
@ViewScoped
public class SavedFiltersBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/admin/audit/filters.xhtml?faces-redirect=true";

  @Inject private transient SavedFilterService filters;
  @Inject private transient SayBean say;

  private final ReviewLimits limits = new ReviewLimits();
  private transient ReviewFilter filter = ReviewFilter.ALL;
  private transient List<Saved> saved = List.of();
  private String name = "";
  private @Nullable Recent recent;

  /**
   * One that is kept.
   *
   * @param filter what it asks
   * @param address what the review's address holds when it is asked today, each after an ampersand
   */
  public record Saved(SavedFilterView view, ReviewFilter filter, String address) {}

  /** Loads all that are kept, and reads what the address holds. */
  public void load() {
    filter = limits.filter();
    saved = filters.list().stream().map(this::saved).toList();
  }

  private Saved saved(SavedFilterView view) {
    ReviewFilter today = view.on(say.currentDay());
    return new Saved(view, view.filter(), ReviewLimits.of(today).getKept());
  }

  /** Keeps what the address holds, once, and shows it among the others. */
  public String keep() {
    filters.keep(new SavedFilterDraft(name, recent, limits.filter()), FormKey.now());
    return LIST;
  }

  /** Takes one from the list. */
  public String remove(SavedFilterId id) {
    filters.remove(id);
    return LIST;
  }

  /** Those that are kept, by name. */
  public List<Saved> getSaved() {
    return saved;
  }

  /** What the address holds. */
  public ReviewLimits getLimits() {
    return limits;
  }

  /** The acts that it lets through. */
  public ReviewFilter getFilter() {
    return filter;
  }

  /** The last days to choose from. */
  public List<Recent> getRecents() {
    return List.of(Recent.values());
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public @Nullable Recent getRecent() {
    return recent;
  }

  public void setRecent(@Nullable Recent recent) {
    this.recent = recent;
  }
}
