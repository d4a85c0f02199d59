package health.trellis.launch;

import health.trellis.inventory.Answers;
import health.trellis.inventory.Inventory;
import health.trellis.inventory.InventoryCatalog;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.ItemCode;
import health.trellis.inventory.Score;
import health.trellis.inventory.Scoring;
import health.trellis.kernel.TimeOrderedUuid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The inventories given to the invented clients, with answers and scores, as rows of the database.
 * Answers are locked once an inventory is sent, so that it is marked as sent last.
 */
final class DemoInventories {
  private static final InventoryCode CODE = new InventoryCode("hyper-independence");
  private static final int SECONDS_AN_ITEM = 9;

  private final UUID clinic;
  private final InventoryCatalog catalog;
  private final Map<String, Instant> firstUse = new LinkedHashMap<>();

  private final DemoTable uses =
      new DemoTable(
          "insert into inventory_use (clinic_id, code, inventory_version, language, fingerprint,"
              + " first_used_at) values (?, ?, ?, ?, ?, ?)");
  private final DemoTable assignments =
      new DemoTable(
          "insert into assignment (id, clinic_id, client_id, inventory_code, inventory_version,"
              + " language, assigned_by, assigned_at, due_on, request_key)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable answers =
      new DemoTable(
          "insert into answer (clinic_id, client_id, assignment_id, item, value, declined,"
              + " answered_at, keys) values (?, ?, ?, ?, ?, ?, ?, array[?::uuid])");
  private final DemoTable scores =
      new DemoTable(
          "insert into score (clinic_id, client_id, assignment_id, scale, raw, mean, prorated,"
              + " answered, items, scorable, band, headline)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable outcomes =
      new DemoTable(
          "update assignment set submitted_at = ?, withdrawn_at = ?, reviewed_at = ?,"
              + " reviewed_by = ?, released_at = ?, released_by = ?, version = ? where id = ?");

  DemoInventories(UUID clinic, InventoryCatalog catalog) {
    this.clinic = clinic;
    this.catalog = catalog;
  }

  /** All that one client was given by a therapist. */
  void give(DemoClient client, UUID id, DemoHistory history, UUID therapist) {
    Inventory inventory = catalog.latest(CODE, client.language());
    DemoRespondent respondent = new DemoRespondent(client, inventory, history.answers());
    int toBeSent = client.answered();
    for (DemoAssignment given : history.given()) {
      toBeSent--;
      firstUse.merge(client.language(), given.assignedAt(), DemoInventories::earlier);
      UUID assignment = TimeOrderedUuid.at(given.assignedAt().toEpochMilli());
      assignments.add(
          assignment,
          clinic,
          id,
          inventory.code().value(),
          inventory.version(),
          inventory.language(),
          therapist,
          given.assignedAt(),
          given.dueOn(),
          UUID.randomUUID());
      List<DemoAnswer> all = respondent.answer(given.progress(), toBeSent);
      int some = (int) Math.round(all.size() * given.answered());
      answer(id, assignment, given, all.subList(0, some));
      if (given.submittedAt() != null) {
        score(id, assignment, inventory, all);
      }
      conclude(assignment, given, therapist);
    }
  }

  void write(Connection owner) throws SQLException {
    firstUse.forEach(this::use);
    for (DemoTable table : List.of(uses, assignments, answers, scores, outcomes)) {
      table.write(owner);
    }
  }

  private void use(String language, Instant at) {
    Inventory used = catalog.latest(CODE, language);
    uses.add(clinic, used.code().value(), used.version(), language, used.fingerprint(), at);
  }

  private void answer(UUID client, UUID assignment, DemoAssignment given, List<DemoAnswer> all) {
    for (int i = 0; i < all.size(); i++) {
      DemoAnswer answer = all.get(i);
      long before = SECONDS_AN_ITEM * (long) (all.size() - i) - answer.item().value().length() % 5;
      answers.add(
          clinic,
          client,
          assignment,
          answer.item().value(),
          answer.value(),
          answer.value() == null,
          given.lastAnswer().minus(Duration.ofSeconds(before)),
          UUID.randomUUID());
    }
  }

  private void score(UUID client, UUID assignment, Inventory inventory, List<DemoAnswer> all) {
    Map<ItemCode, Integer> values = new HashMap<>();
    for (DemoAnswer answer : all) {
      Integer value = answer.value();
      if (value != null) {
        values.put(answer.item(), value);
      }
    }
    String total = inventory.total().map(scale -> scale.code().value()).orElse("");
    for (Score score : Scoring.score(inventory, new Answers(values)).all()) {
      scores.add(
          clinic,
          client,
          assignment,
          score.scale().value(),
          score.raw(),
          score.mean(),
          score.prorated(),
          score.answered(),
          score.items(),
          score.scorable(),
          score.band() == null ? null : score.band().code(),
          score.scale().value().equals(total));
    }
  }

  /** What became of it; one step of its version for each thing that was done. */
  private void conclude(UUID assignment, DemoAssignment given, UUID therapist) {
    long steps =
        Stream.of(given.submittedAt(), given.withdrawnAt(), given.reviewedAt(), given.releasedAt())
            .filter(at -> at != null)
            .count();
    if (steps > 0) {
      outcomes.add(
          given.submittedAt(),
          given.withdrawnAt(),
          given.reviewedAt(),
          given.reviewedAt() == null ? null : therapist,
          given.releasedAt(),
          given.releasedAt() == null ? null : therapist,
          steps,
          assignment);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
