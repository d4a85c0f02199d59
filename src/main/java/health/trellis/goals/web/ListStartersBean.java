package health.trellis.goals.web;

import health.trellis.goals.StarterService;
import health.trellis.goals.StarterView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** The clinic's own goals to begin with, those for the same thing together. */
@Named("listStartersBean")
@RequestScoped
public class ListStartersBean {
  @Inject private StarterService starters;

  private List<StarterView> view = List.of();

  /** Loads all that the page shows. */
  public void load() {
    view = starters.list().stream().sorted(Comparator.comparing(StarterView::focus)).toList();
  }

  /** Those that are offered. */
  public List<StarterView> getOffered() {
    return view.stream().filter(each -> each.retiredAt() == null).toList();
  }

  /** Those that are not any more. */
  public List<StarterView> getRetired() {
    return view.stream().filter(each -> each.retiredAt() != null).toList();
  }
}
