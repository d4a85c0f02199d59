package health.trellis.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the proof of one event from the sealed log. */
public final class Prover {
  private final Connection connection;

  /** Looks at the log through a connection of the role trellis_sealer. */
  public Prover(Connection connection) throws SQLException {
    this.connection = connection;
    EventRows.prepare(connection);
  }

  /** The proof of this event; empty where it is not there, or not sealed and signed yet. */
  public Optional<Proof> prove(long event) throws SQLException {
    List<byte[]> rows = new ArrayList<>();
    EventRows.read(connection, event, (tx, id, row) -> rows.add(row));
    List<Batch> batches = new ArrayList<>();
    List<Leaves> leaves = new ArrayList<>();
    read(event, batches, leaves);
    if (rows.isEmpty() || batches.isEmpty() || leaves.get(0).indexOf(event) < 0) {
      return Optional.empty();
    }
    long last = batches.get(batches.size() - 1).number();
    int index = leaves.get(0).indexOf(event);
    return Checkpoints.list(connection).stream()
        .filter(checkpoint -> checkpoint.head().batch() == last)
        .findFirst()
        .map(
            checkpoint ->
                Proof.of(
                    rows.get(0),
                    index,
                    MerkleTree.path(leaves.get(0).hashes(), index),
                    batches,
                    checkpoint));
  }

  /** The event's batch and those after it up to the first that was signed. */
  private void read(long event, List<Batch> batches, List<Leaves> leaves) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with its as (
              select b.number from audit_event e
                join audit_batch b on b.era = e.era and e.tx >= b.tx_from and e.tx < b.tx_to
              where e.id = ?)
            select %s, leaves from audit_batch
            where number >= (select number from its)
              and number <= (select min(batch) from audit_checkpoint where batch >= (select number from its))
            order by number
            """
                .formatted(Batch.COLUMNS))) {
      statement.setLong(1, event);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          batches.add(Batch.read(row));
          leaves.add(Leaves.of(row.getBytes(10)));
        }
      }
    }
  }
}
