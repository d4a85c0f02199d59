package health.trellis.desk.web;

import health.trellis.desk.DeskService;
import health.trellis.desk.DeskView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The desk: who needs the therapist today. */
@Named("deskBean")
@RequestScoped
public class DeskBean {
  @Inject private DeskService desk;

  private @Nullable DeskView view;

  /** Loads all that the page shows. */
  public void load() {
    view = desk.today();
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable DeskView getView() {
    return view;
  }
}
