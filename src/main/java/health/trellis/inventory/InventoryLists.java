package health.trellis.inventory;

import health.trellis.clients.OpenClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A client's assignments as lists, for the pages that compose features. It needs the client's key.
 */
@ApplicationScoped
public class InventoryLists {
  @Inject private AssignmentRepository assignments;
  @Inject private AnswerRepository answers;
  @Inject private Instruments instruments;

  /** The client's assignments that were not withdrawn, newest first. */
  public List<AssignmentRow> of(OpenClient client) {
    return assignments.list(client).stream().map(this::row).toList();
  }

  /**
   * The latest result with its course; empty where nothing was submitted. Needs the scores' scope.
   */
  public Optional<LatestResult> latest(OpenClient client) {
    List<Assignment> submitted = assignments.listSubmitted(client);
    return submitted.stream()
        .max(Comparator.comparing(ResultAssembler::submittedAt))
        .map(
            last ->
                new ResultAssembler(
                    instruments.catalog(), last, submitted, answers.listScores(client)))
        .map(
            result ->
                new LatestResult(
                    result.here(),
                    result.inventory(),
                    result.submittedAt(),
                    result.earlier().map(ResultAssembler::submittedAt).orElse(null),
                    result.total(),
                    result.of(Scale.Kind.SUBSCALE),
                    result.course()));
  }

  private AssignmentRow row(AssignmentRepository.Listed listed) {
    Assignment assignment = listed.assignment();
    Inventory inventory = assignment.inventory(instruments.catalog());
    BigDecimal mean = listed.mean().orElse(null);
    return new AssignmentRow(
        assignment.id(),
        inventory.title(),
        assignment.dueOn(),
        assignment.assignedAt(),
        assignment.submittedAt(),
        assignment.reviewedAt() != null,
        assignment.releasedAt(),
        listed.answered(),
        inventory.items().size(),
        inventory.minutes(),
        mean,
        ResultAssembler.words(inventory, mean));
  }
}
