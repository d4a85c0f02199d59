package health.trellis.goals.web;

import health.trellis.goals.SharedGoal;
import health.trellis.goals.SharedGoalService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The goals that a therapist shared with the client. */
@Named("sharedGoalsBean")
@RequestScoped
public class SharedGoalsBean {
  @Inject private SharedGoalService goals;

  private List<SharedGoal> list = List.of();

  /** Loads all that the page shows. */
  public void load() {
    list = goals.list();
  }

  /** Those that are worked on, or could be. */
  public List<SharedGoal> getOpen() {
    return list.stream().filter(each -> each.goal().status().open()).toList();
  }

  /** Those that were met or ended. */
  public List<SharedGoal> getOver() {
    return list.stream().filter(each -> !each.goal().status().open()).toList();
  }
}
