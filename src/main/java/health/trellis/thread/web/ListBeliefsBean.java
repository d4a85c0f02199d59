package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.thread.LedgerList;
import health.trellis.thread.LedgerService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The beliefs of one client. */
@Named("listBeliefsBean")
@RequestScoped
public class ListBeliefsBean {
  @Inject private LedgerService ledger;

  private @Nullable String client;
  private @Nullable LedgerList view;

  /** Loads all that the page shows. */
  public void load() {
    view = ledger.list(ClientId.of(client));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable LedgerList getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
