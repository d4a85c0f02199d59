package health.trellis.thread.web;

import health.trellis.inventory.ItemCode;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import health.trellis.thread.AnsweredBeliefs;
import health.trellis.thread.LinkService;
import health.trellis.thread.NamedBelief;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The beliefs about which answers are evidence, on the page that shows the answers. */
@Named("answeredBeliefsBean")
@RequestScoped
public class AnsweredBeliefsBean {
  @Inject private LinkService links;

  private AnsweredBeliefs view = new AnsweredBeliefs(Map.of());

  /** Loads those of one inventory. */
  public void load(@Nullable String client, @Nullable String assignment) {
    view = links.readAnswered(ClientId.of(client), AssignmentId.of(assignment));
  }

  /** Those of one item. */
  public List<NamedBelief> of(ItemCode item) {
    return view.of(item.value());
  }
}
