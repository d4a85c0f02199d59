package health.trellis.inventory.web;

import health.trellis.inventory.AnswerRow;
import health.trellis.inventory.InventoryService;
import health.trellis.inventory.Item;
import health.trellis.inventory.ResultView;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of one inventory, and what a therapist does with it. */
@Named("resultBean")
@RequestScoped
public class ResultBean {
  @Inject private InventoryService inventories;

  private @Nullable String client;
  private @Nullable String assignment;
  private @Nullable Long version;
  private @Nullable ResultView view;

  /** Loads all that the page shows; an act stays based on the version that was seen. */
  public void load() {
    view = inventories.result(clientId(), assignmentId());
    if (version == null) {
      version = view.version();
    }
  }

  /** Notes that it was reviewed. */
  public String markReviewed() {
    inventories.markReviewed(clientId(), assignmentId());
    return again();
  }

  /** Makes it visible to the client. */
  public String release() {
    inventories.release(clientId(), assignmentId(), seenVersion());
    return again();
  }

  /** Takes the release back. */
  public String revoke() {
    inventories.revoke(clientId(), assignmentId(), seenVersion());
    return again();
  }

  private static String again() {
    return "/therapist/inventory/result.xhtml?faces-redirect=true&includeViewParams=true";
  }

  private long seenVersion() {
    return Objects.requireNonNull(version, "the form carries the version");
  }

  private ClientId clientId() {
    return ClientId.of(client);
  }

  private AssignmentId assignmentId() {
    return AssignmentId.of(assignment);
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ResultView getView() {
    return view;
  }

  /** The signs, with their answers. */
  public List<AnswerRow> getSigns() {
    return of(Item.Kind.SIGN);
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

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getAssignment() {
    return assignment;
  }

  public void setAssignment(@Nullable String assignment) {
    this.assignment = assignment;
  }

  public @Nullable Long getVersion() {
    return version;
  }

  public void setVersion(@Nullable Long version) {
    this.version = version;
  }
}
