package health.trellis.desk.web;

import health.trellis.desk.DeskService;
import health.trellis.desk.DeskView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk: who needs the therapist today. */
@Named("deskBean")
@RequestScoped
public class DeskBean {
  @Inject private DeskService desk;

  private static final Set<String> DONE = Set.of("cosigned", "returned");

  private @Nullable DeskView view;
  private @Nullable String done;

  /** Loads all that the page shows. */
  public void load() {
    view = desk.today();
  }

  /** What was just done, if anything was: "cosigned" or "returned", by the page that leads here. */
  public @Nullable String getDone() {
    return done != null && DONE.contains(done) ? done : null;
  }

  public void setDone(@Nullable String done) {
    this.done = done;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable DeskView getView() {
    return view;
  }
}
