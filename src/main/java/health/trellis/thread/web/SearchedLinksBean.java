package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.notes.NoteQuery;
import health.trellis.thread.LinkService;
import health.trellis.thread.NamedBelief;
import health.trellis.thread.NamedGoal;
import health.trellis.thread.SearchLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which beliefs and goals a search over one client's notes can be limited. */
@Named("searchedLinksBean")
@RequestScoped
public class SearchedLinksBean {
  @Inject private LinkService links;

  private SearchLimits offered = SearchLimits.NONE;

  /** Loads the client's; none where the search is over the notes on all clients. */
  public void load(@Nullable String client) {
    if (client != null) {
      offered = links.listToSearch(NoteQuery.of(ClientId.of(client)));
    }
  }

  /** The beliefs to choose from, the first named first. */
  public List<NamedBelief> getBeliefs() {
    return offered.beliefs();
  }

  /** The goals to choose from, the first proposed first. */
  public List<NamedGoal> getGoals() {
    return offered.goals();
  }

  /** The words of one of the beliefs; empty where it is none of them. */
  public String believed(@Nullable String belief) {
    return offered.beliefs().stream()
        .filter(each -> each.belief().toString().equals(belief))
        .map(NamedBelief::words)
        .findFirst()
        .orElse("");
  }

  /** The words of one of the goals; empty where it is none of them. */
  public String aimed(@Nullable String goal) {
    return offered.goals().stream()
        .filter(each -> each.goal().toString().equals(goal))
        .map(NamedGoal::words)
        .findFirst()
        .orElse("");
  }
}
