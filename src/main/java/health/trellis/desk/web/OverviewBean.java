package health.trellis.desk.web;

import health.trellis.desk.ClientPage;
import health.trellis.desk.DeskService;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One client's overview. */
@Named("overviewBean")
@RequestScoped
public class OverviewBean {
  private static final Set<String> DONE = Set.of("given", "withdrawn");

  @Inject private DeskService desk;

  private @Nullable String client;
  private @Nullable String done;
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

  /**
   * What was just done, if anything was: "given" or "withdrawn", from where the page confirms it.
   */
  public @Nullable String getDone() {
    return done != null && DONE.contains(done) ? done : null;
  }

  public void setDone(@Nullable String done) {
    this.done = done;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
