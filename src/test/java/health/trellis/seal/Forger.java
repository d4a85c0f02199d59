package health.trellis.seal;

import health.trellis.proof.Batch;
import health.trellis.proof.Checkpoint;
import health.trellis.proof.Checkpoints;
import health.trellis.proof.Leaves;
import health.trellis.proof.MerkleTree;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who can write everything in the database and knows how the log is sealed: it makes
 * batches and checkpoints fit what was changed. It lacks the key, unless it is given it.
 */
public final class Forger {
  private final Connection superuser;

  /** Forges through this connection, inside the transaction that runs. */
  public Forger(Connection superuser) throws SQLException {
    this.superuser = superuser;
    EventRows.prepare(superuser);
  }

  /** Builds every batch from a number on again, over the rows as they are now. */
  public void rebuild(long first) throws SQLException {
    byte[] previous = first == 1 ? Batch.NOTHING : hash(first - 1);
    for (Batch old : from(first)) {
      Leaves leaves = new Leaves();
      EventRows.read(
          superuser,
          old.era(),
          old.from(),
          old.to(),
          (tx, id, row) -> leaves.add(id, MerkleTree.leaf(row)));
      Batch forged =
          new Batch(
              old.number(),
              old.era(),
              old.from(),
              old.to(),
              leaves.size(),
              old.form(),
              leaves.root(),
              previous,
              old.sealedAt());
      write(forged, leaves);
      previous = forged.hash();
    }
  }

  /** Signs every checkpoint from that of a batch on again, with a key. */
  public void sign(long firstBatch, SealingKey key) throws SQLException {
    for (Checkpoint old : Checkpoints.list(superuser)) {
      Checkpoint.Head head = old.head();
      if (head.batch() < firstBatch) {
        continue;
      }
      Checkpoint.Head forged =
          new Checkpoint.Head(
              head.log(),
              head.number(),
              head.era(),
              head.batch(),
              count(head.batch()),
              hash(head.batch()),
              head.signedAt(),
              head.key());
      try (PreparedStatement change =
          superuser.prepareStatement(
              "update audit_checkpoint set events = ?, hash = ?, signature = ? where number = ?")) {
        change.setLong(1, forged.events());
        change.setBytes(2, forged.hash());
        change.setBytes(3, key.sign(forged.bytes()));
        change.setLong(4, forged.number());
        change.executeUpdate();
      }
    }
  }

  private List<Batch> from(long first) throws SQLException {
    List<Batch> batches = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select "
                    + Batch.COLUMNS
                    + " from audit_batch where number >= "
                    + first
                    + " order by number")) {
      while (row.next()) {
        batches.add(Batch.read(row));
      }
    }
    return batches;
  }

  private void write(Batch forged, Leaves leaves) throws SQLException {
    try (PreparedStatement change =
        superuser.prepareStatement(
            "update audit_batch set events = ?, root = ?, previous = ?, hash = ?, leaves = ?"
                + " where number = ?")) {
      change.setInt(1, forged.events());
      change.setBytes(2, forged.root());
      change.setBytes(3, forged.previous());
      change.setBytes(4, forged.hash());
      change.setBytes(5, leaves.bytes());
      change.setLong(6, forged.number());
      change.executeUpdate();
    }
  }

  private byte[] hash(long batch) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery("select hash from audit_batch where number = " + batch)) {
      row.next();
      return row.getBytes(1);
    }
  }

  private long count(long batch) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sum(events) from audit_batch where number <= " + batch)) {
      row.next();
      return row.getLong(1);
    }
  }
}
