package health.trellis.clients.web;

import health.trellis.clients.ClientService;
import health.trellis.clients.ClientsPage;
import health.trellis.kernel.ClientId;
import health.trellis.web.SearchTerms;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A page of the clinic's clients, by name, or of those searched for. */
@Named("listClientsBean")
@RequestScoped
public class ListClientsBean {
  @Inject private ClientService clients;
  @Inject private SearchTerms searches;

  private @Nullable String after;
  private @Nullable String search;
  private @Nullable ClientsPage view;

  /** Loads the page that the address names. */
  public void load() {
    view = clients.list(getSearched(), after == null ? null : ClientId.of(after));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ClientsPage getView() {
    return view;
  }

  /** What was typed into the search; empty where nothing was. */
  public String getSearched() {
    return searches.of(search);
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
