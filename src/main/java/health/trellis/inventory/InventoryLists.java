package health.trellis.inventory;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AssignmentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A client's assignments as lists, for the pages that compose features. It needs the client's key.
 */
@ApplicationScoped
public class InventoryLists {
  @Inject private AssignmentRepository assignments;
  @Inject private AnswerRepository answers;
  @Inject private Instruments instruments;

  /** The client's inventories; of their scores only those that the reader may see. */
  public InventoryOverview of(OpenClient client) {
    List<AssignmentRepository.Listed> listed = assignments.list(client);
    Map<AssignmentId, List<StoredScore>> scores = answers.listScores(client);
    return new InventoryOverview(
        listed.stream()
            .map(each -> row(each, scores.getOrDefault(each.assignment().id(), List.of())))
            .toList(),
        latest(listed.stream().map(AssignmentRepository.Listed::assignment).toList(), scores)
            .map(ResultAssembler::latest)
            .orElse(null));
  }

  /** The last result that the reader may see, told in this language where it can be. */
  public Optional<QuotedResult> latest(OpenClient client, String language) {
    return latest(assignments.listSubmitted(client), answers.listScores(client))
        .map(result -> result.in(language).quoted());
  }

  private Optional<ResultAssembler> latest(
      List<Assignment> all, Map<AssignmentId, List<StoredScore>> scores) {
    return all.stream()
        .filter(each -> each.submittedAt() != null && scores.containsKey(each.id()))
        .max(Comparator.comparing(ResultAssembler::submittedAt))
        .map(last -> new ResultAssembler(instruments.catalog(), last, all, scores));
  }

  private AssignmentRow row(AssignmentRepository.Listed listed, List<StoredScore> scores) {
    Assignment assignment = listed.assignment();
    Inventory inventory = assignment.inventory(instruments.catalog());
    BigDecimal mean =
        scores.stream()
            .filter(StoredScore::headline)
            .map(StoredScore::mean)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
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
