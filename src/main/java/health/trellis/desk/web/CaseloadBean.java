package health.trellis.desk.web;

import health.trellis.desk.CaseloadPage;
import health.trellis.desk.CaseloadQuery;
import health.trellis.desk.CaseloadQuery.Sort;
import health.trellis.desk.DeskService;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import health.trellis.web.SearchTerms;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page of the caseload: by name, by last answer or by due date, or the clients searched for. */
@Named("caseloadBean")
@RequestScoped
public class CaseloadBean {
  @Inject private DeskService desk;
  @Inject private SearchTerms searches;

  private @Nullable String of;
  private @Nullable String sort;
  private @Nullable String after;
  private @Nullable String search;
  private @Nullable CaseloadPage view;

  /** Loads the page that the address names. */
  public void load() {
    view =
        desk.caseload(
            new CaseloadQuery(
                of == null ? null : PersonId.of(of),
                order(),
                getSearched(),
                after == null ? null : ClientId.of(after)));
  }

  private Sort order() {
    return Arrays.stream(Sort.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(sort))
        .findFirst()
        .orElse(Sort.NAME);
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable CaseloadPage getView() {
    return view;
  }

  /** What was typed into the search; empty where nothing was. */
  public String getSearched() {
    return searches.of(search);
  }

  public @Nullable String getOf() {
    return of;
  }

  public void setOf(@Nullable String of) {
    this.of = of;
  }

  public @Nullable String getSort() {
    return sort;
  }

  public void setSort(@Nullable String sort) {
    this.sort = sort;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }

  public @Nullable String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = search;
  }
}
