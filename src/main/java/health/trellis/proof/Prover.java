package health.trellis.proof;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the proof of one event from the sealed log. The database tells the row in the form in which
 * it was hashed; were it to tell another one, the proof would not hold.
 */
public final class Prover {
  private static final String OF_ALL = "select * from proof_of(?)";
  private static final String OF_ACTS = "select * from proof_of_act(?)";

  private static final int ROW = 10;
  private static final int LEAVES = 11;
  private static final int CHECKPOINT = 12;

  private final Connection connection;
  private final String query;

  private Prover(Connection connection, String query) {
    this.connection = connection;
    this.query = query;
  }

  /** Proves every event, through a connection of the role trellis_sealer. */
  public static Prover ofAll(Connection connection) {
    return new Prover(connection, OF_ALL);
  }

  /** Proves the acts that the administrator may see who is told to the database. */
  public static Prover ofActs(Connection connection) {
    return new Prover(connection, OF_ACTS);
  }

  /** The proof of this event; empty where it is not there, or not sealed and signed yet. */
  public Optional<Proof> prove(long event) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, event);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? read(event, row) : Optional.empty();
      }
    }
  }

  /** The first row has the event's own batch; those after it lead to the one that was signed. */
  private static Optional<Proof> read(long event, ResultSet row) throws SQLException {
    byte[] sealed = row.getString(ROW).getBytes(StandardCharsets.UTF_8);
    Leaves leaves = Leaves.of(row.getBytes(LEAVES));
    Checkpoint checkpoint = Checkpoints.read(row, CHECKPOINT);
    List<Batch> batches = new ArrayList<>();
    do {
      batches.add(Batch.read(row));
    } while (row.next());
    int index = leaves.indexOf(event);
    return index < 0
        ? Optional.empty()
        : Optional.of(
            Proof.of(sealed, index, MerkleTree.path(leaves.hashes(), index), batches, checkpoint));
  }
}
