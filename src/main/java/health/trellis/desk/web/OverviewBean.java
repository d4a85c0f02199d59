package health.trellis.desk.web;

import health.trellis.desk.ClientPage;
import health.trellis.desk.DeskService;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One client's overview. */
@Named("overviewBean")
@RequestScoped
public class OverviewBean {
  @Inject private DeskService desk;

  private @Nullable String client;
  private @Nullable ClientPage view;

  /** Loads all that the page shows. */
  public void load() {
    view = desk.client(ClientId.of(client));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ClientPage getView() {
    return view;
  }

  /** How many results wait to be reviewed. */
  public long getToReview() {
    return view == null ? 0 : view.submitted().stream().filter(row -> !row.reviewed()).count();
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
