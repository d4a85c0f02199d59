package health.trellis.thread.web;

import health.trellis.inventory.ItemCode;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import health.trellis.thread.AnsweredLinks;
import health.trellis.thread.LinkService;
import health.trellis.thread.NamedBelief;
import health.trellis.thread.TouchingGoal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What leads on from answers, on the page that shows them. */
@Named("answeredLinksBean")
@RequestScoped
public class AnsweredLinksBean {
  @Inject private LinkService links;

  private AnsweredLinks view = AnsweredLinks.NONE;

  /** Loads those of one inventory. */
  public void load(@Nullable String client, @Nullable String assignment) {
    view = links.readAnswered(ClientId.of(client), AssignmentId.of(assignment));
  }

  /** The open goals that touch what an inventory asks for. */
  public List<TouchingGoal> getGoals() {
    return view.goals();
  }

  /** The beliefs of one item. */
  public List<NamedBelief> of(ItemCode item) {
    return view.of(item.value());
  }
}
