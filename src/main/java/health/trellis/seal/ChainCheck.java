package health.trellis.seal;

import health.trellis.proof.Batch;
import health.trellis.proof.Leaves;
import health.trellis.proof.MerkleTree;
import health.trellis.seal.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds every batch again from the rows of its window and follows the chain from the first to the
 * last. Batches are read in groups, so that a log of any length is checked in little memory.
 */
final class ChainCheck {
  private static final int EVENTS_A_GROUP = 100_000;
  private static final int BATCHES_A_READ = 50;

  private final Connection connection;
  private final Findings findings;
  private final List<Stored> group = new ArrayList<>();
  private byte[] previous = Batch.NOTHING;
  private long number;
  private int era = 1;
  private long to;
  private long events;

  /** A batch with what stands beside it in its row. */
  private record Stored(Batch batch, byte[] hash, byte[] leaves) {}

  ChainCheck(Connection connection, Findings findings) {
    this.connection = connection;
    this.findings = findings;
  }

  /** Reads it all; the connection is inside a transaction that sees one moment. */
  void run() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(BATCHES_A_READ);
      try (ResultSet rows =
          statement.executeQuery(
              "select " + Batch.COLUMNS + ", hash, leaves from audit_batch order by number")) {
        int waiting = 0;
        while (rows.next()) {
          Stored next = read(rows);
          follow(next);
          if (waiting > 0
              && (waiting + next.batch().events() > EVENTS_A_GROUP
                  || next.batch().era() != group.get(0).batch().era())) {
            build();
            waiting = 0;
          }
          group.add(next);
          waiting += next.batch().events();
        }
      }
    }
    build();
  }

  /** How many batches the chain has. */
  long batches() {
    return number;
  }

  /** How many events they say they hold. */
  long events() {
    return events;
  }

  /** The era in which the chain ends. */
  int era() {
    return era;
  }

  /** The first transaction that is in no window. */
  long end() {
    return to;
  }

  private static Stored read(ResultSet row) throws SQLException {
    return new Stored(Batch.read(row), row.getBytes(10), row.getBytes(11));
  }

  private void follow(Stored next) {
    Batch batch = next.batch();
    long name = batch.number();
    if (!Arrays.equals(batch.hash(), next.hash())) {
      findings.add(Kind.BATCH_CHANGED, name, null, "Batch " + name + " is not what its hash says.");
    }
    if (name != number + 1) {
      findings.add(
          Kind.CHAIN_BROKEN,
          name,
          null,
          "Between batch " + number + " and batch " + name + " the chain has a gap.");
    } else if (!Arrays.equals(batch.previous(), previous)) {
      findings.add(
          Kind.CHAIN_BROKEN, name, null, "Batch " + name + " does not follow on the one before.");
    }
    boolean follows =
        batch.era() == era ? batch.from() == to : batch.era() > era && batch.from() == 0;
    if (!follows) {
      findings.add(
          Kind.CHAIN_BROKEN,
          name,
          null,
          "The window of batch " + name + " does not begin where the last one ended.");
    }
    previous = next.hash();
    number = name;
    era = batch.era();
    to = batch.to();
    events += batch.events();
  }

  /** Reads the rows of the group's windows once, and compares each batch with its own. */
  private void build() throws SQLException {
    if (group.isEmpty()) {
      return;
    }
    Map<Long, Leaves> built = new HashMap<>();
    int[] at = {0};
    Batch first = group.get(0).batch();
    EventRows.read(
        connection,
        first.era(),
        first.from(),
        group.get(group.size() - 1).batch().to(),
        (tx, id, row) -> {
          while (at[0] < group.size() - 1
              && Long.compareUnsigned(tx, group.get(at[0]).batch().to()) >= 0) {
            at[0]++;
          }
          built
              .computeIfAbsent(group.get(at[0]).batch().number(), none -> new Leaves())
              .add(id, MerkleTree.leaf(row));
        });
    for (Stored stored : group) {
      compare(stored, built.getOrDefault(stored.batch().number(), new Leaves()));
    }
    group.clear();
  }

  private void compare(Stored stored, Leaves present) {
    Batch batch = stored.batch();
    if (present.size() == batch.events()
        && Arrays.equals(present.root(), batch.root())
        && Arrays.equals(present.bytes(), stored.leaves())) {
      return;
    }
    Leaves sealed = Leaves.of(stored.leaves());
    if (sealed.size() != batch.events() || !Arrays.equals(sealed.root(), batch.root())) {
      findings.add(
          Kind.BATCH_CHANGED,
          batch.number(),
          null,
          "Batch " + batch.number() + " has other leaves than those that it was sealed with.");
    }
    name(batch.number(), sealed.byId(), present.byId());
  }

  private void name(long batch, Map<Long, byte[]> sealed, Map<Long, byte[]> present) {
    Set<Long> all = new HashSet<>(sealed.keySet());
    all.addAll(present.keySet());
    for (Long id : all.stream().sorted().toList()) {
      byte[] then = sealed.get(id);
      byte[] now = present.get(id);
      if (now == null) {
        findings.add(
            Kind.ROW_MISSING, batch, id, "Event " + id + " of batch " + batch + " is gone.");
      } else if (then == null) {
        findings.add(
            Kind.ROW_ADDED,
            batch,
            id,
            "Event " + id + " was added to batch " + batch + " after it was sealed.");
      } else if (!Arrays.equals(then, now)) {
        findings.add(
            Kind.ROW_CHANGED, batch, id, "Event " + id + " of batch " + batch + " was changed.");
      }
    }
  }
}
