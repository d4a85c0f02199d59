package health.trellis.inventory;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AssignmentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client answered, for who refers to single items. It needs the client's key, and gives only
 * what was submitted.
 */
@ApplicationScoped
public class AnsweredInventories {
  @Inject private AssignmentRepository assignments;
  @Inject private AnswerRepository answers;
  @Inject private Instruments instruments;

  /** The one that was submitted last. */
  public Optional<AnsweredInventory> latest(OpenClient client) {
    return assignments.listSubmitted(client).stream()
        .max(Comparator.comparing(ResultAssembler::submittedAt))
        .flatMap(last -> read(client, List.of(last)).stream().findFirst());
  }

  /** Those of these that the client submitted. */
  public List<AnsweredInventory> list(OpenClient client, Collection<AssignmentId> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return read(
        client,
        assignments.listSubmitted(client).stream()
            .filter(each -> wanted.contains(each.id()))
            .toList());
  }

  private List<AnsweredInventory> read(OpenClient client, List<Assignment> submitted) {
    Map<AssignmentId, Map<ItemCode, GivenAnswer>> given =
        answers.listOf(client, submitted.stream().map(Assignment::id).toList());
    return submitted.stream()
        .map(each -> answered(each, given.getOrDefault(each.id(), Map.of())))
        .toList();
  }

  private AnsweredInventory answered(Assignment assignment, Map<ItemCode, GivenAnswer> given) {
    Inventory inventory = assignment.inventory(instruments.catalog());
    return new AnsweredInventory(
        assignment.id(),
        inventory.code(),
        inventory.version(),
        inventory.language(),
        ResultAssembler.submittedAt(assignment),
        inventory.items().stream()
            .flatMap(item -> answered(inventory, item, given.get(item.code())).stream())
            .toList());
  }

  private static Optional<AnsweredItem> answered(
      Inventory inventory, Item item, @Nullable GivenAnswer answer) {
    Integer value = answer == null ? null : answer.value();
    return value == null
        ? Optional.empty()
        : Optional.of(
            new AnsweredItem(
                item.code(),
                item.number(),
                item.text(),
                value,
                inventory.responses().stream()
                    .filter(option -> option.value() == value)
                    .map(ResponseOption::label)
                    .findFirst()
                    .orElse(""),
                inventory.keyed(item, value) == inventory.highest()));
  }
}
