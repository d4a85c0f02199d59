package health.trellis.inventory.web;

import health.trellis.inventory.AnswerRow;
import health.trellis.inventory.AnsweringService;
import health.trellis.inventory.ClientResult;
import health.trellis.inventory.Item;
import health.trellis.kernel.AssignmentId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result that was shared, as the client reads it. */
@Named("clientResultBean")
@RequestScoped
public class ClientResultBean {
  @Inject private AnsweringService answering;

  private @Nullable String assignment;
  private @Nullable ClientResult view;

  /** Loads all that the page shows. */
  public void load() {
    view = answering.result(AssignmentId.of(assignment));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ClientResult getView() {
    return view;
  }

  /** The benefits, with their answers. */
  public List<AnswerRow> getBenefits() {
    return of(Item.Kind.BENEFIT);
  }

  /** The costs, with their answers. */
  public List<AnswerRow> getCosts() {
    return of(Item.Kind.COST);
  }

  private List<AnswerRow> of(Item.Kind kind) {
    return view == null
        ? List.of()
        : view.answers().stream().filter(row -> row.kind() == kind).toList();
  }

  public @Nullable String getAssignment() {
    return assignment;
  }

  public void setAssignment(@Nullable String assignment) {
    this.assignment = assignment;
  }
}
