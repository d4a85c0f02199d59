package health.trellis.goals.web;

import health.trellis.goals.GoalList;
import health.trellis.goals.GoalService;
import health.trellis.goals.GoalStatus;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The goals of one client. */
@Named("listGoalsBean")
@RequestScoped
public class ListGoalsBean {
  @Inject private GoalService goals;

  private @Nullable String client;
  private @Nullable GoalList view;

  /** Loads all that the page shows. */
  public void load() {
    view = goals.list(ClientId.of(client));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable GoalList getView() {
    return view;
  }

  /** The ways in which some goal of the client stands. */
  public List<GoalStatus> getStatuses() {
    GoalList shown = view;
    return shown == null
        ? List.of()
        : Stream.of(GoalStatus.values()).filter(each -> !shown.of(each).isEmpty()).toList();
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
