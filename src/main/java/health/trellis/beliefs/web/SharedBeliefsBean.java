package health.trellis.beliefs.web;

import health.trellis.beliefs.SharedBelief;
import health.trellis.beliefs.SharedBeliefService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The beliefs that a therapist shared with the client. */
@Named("sharedBeliefsBean")
@RequestScoped
public class SharedBeliefsBean {
  @Inject private SharedBeliefService beliefs;

  private List<SharedBelief> list = List.of();

  /** Loads all that the page shows. */
  public void load() {
    list = beliefs.list();
  }

  /** What the page shows. */
  public List<SharedBelief> getList() {
    return list;
  }
}
