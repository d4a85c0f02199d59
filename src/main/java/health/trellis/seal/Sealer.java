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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals the audit log: takes the events of all transactions that are finished for ever, builds the
 * tree over them, and chains the batch to the last. Writers never wait for it. Several may run at
 * once; one of them works, and the others find nothing to do. Each call is one transaction, so that
 * a sealer that dies at any statement leaves no half batch.
 */
public final class Sealer {
  /** A window is closed after the transaction in which it passes so many events. */
  static final int EVENTS_A_BATCH = 5_000;

  private static final long FOREVER = Long.MAX_VALUE;

  private final Connection connection;
  private final Clock clock;

  /** Takes a connection of the role trellis_sealer for itself. */
  public Sealer(Connection connection, Clock clock) throws SQLException {
    this.connection = connection;
    this.clock = clock;
    EventRows.prepare(connection);
    connection.setAutoCommit(false);
  }

  /** What of the log comes next: from this transaction on to before another. */
  private record Window(int era, long from, long to) {}

  /** The end of the chain. */
  private record Head(long number, int era, long to, byte[] hash) {}

  /**
   * Seals the next window.
   *
   * @return how many events it holds; 0 where nothing waits, or another sealer works
   */
  public int seal() throws SQLException {
    return whole(() -> only() ? sealNext() : 0);
  }

  /**
   * Signs the head of the chain, where no checkpoint says it yet.
   *
   * @return whether there was one to sign
   */
  public boolean sign(SealingKey key) throws SQLException {
    return whole(() -> only() && signHead(key));
  }

  /**
   * Writes to the anchors whatever they lack, what an earlier call could not write too.
   *
   * @throws java.io.UncheckedIOException where they cannot be written
   */
  public void anchor(Anchors anchors) throws SQLException {
    Optional<Checkpoint.Head> last = anchors.last().map(Checkpoint::head);
    int era = last.map(Checkpoint.Head::era).orElse(0);
    long number = last.map(Checkpoint.Head::number).orElse(0L);
    anchors.add(whole(() -> Checkpoints.after(connection, era, number)));
  }

  /** What is done in one transaction, whole or not at all. */
  @FunctionalInterface
  private interface Step<T> {
    T done() throws SQLException;
  }

  private <T> T whole(Step<T> step) throws SQLException {
    try {
      T result = step.done();
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      undo(e);
      throw e;
    }
  }

  private int sealNext() throws SQLException {
    Head head = head();
    Optional<Window> window = window(head);
    if (window.isEmpty()) {
      return 0;
    }
    Window next = window.get();
    Leaves leaves = new Leaves();
    EventRows.read(
        connection,
        next.era(),
        next.from(),
        next.to(),
        (tx, id, row) -> leaves.add(id, MerkleTree.leaf(row)));
    add(
        new Batch(
            head.number() + 1,
            next.era(),
            next.from(),
            next.to(),
            leaves.size(),
            EventRows.FORM,
            leaves.root(),
            head.hash(),
            now()),
        leaves);
    return leaves.size();
  }

  /** The era that ended is closed first, whatever it still holds; then the one that runs. */
  private Optional<Window> window(Head head) throws SQLException {
    int now = eraNow();
    for (int era = head.era(); era <= now; era++) {
      long from = era == head.era() ? head.to() : 0;
      long before = era == now ? oldestRunning() : FOREVER;
      Optional<Long> first = tx(era, from, before, 0);
      if (first.isPresent()) {
        long to = tx(era, from, before, EVENTS_A_BATCH).orElse(before);
        return Optional.of(new Window(era, from, to == first.get() ? to + 1 : to));
      }
    }
    return Optional.empty();
  }

  private Head head() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select number, era, tx_to::text, hash from audit_batch order by number desc limit"
                    + " 1")) {
      return row.next()
          ? new Head(
              row.getLong(1), row.getInt(2), Long.parseLong(row.getString(3)), row.getBytes(4))
          : new Head(0, 1, 0, Batch.NOTHING);
    }
  }

  private int eraNow() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(era) from audit_era")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Every transaction before this one is finished for ever, committed or undone. */
  private long oldestRunning() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
      row.next();
      return Long.parseLong(row.getString(1));
    }
  }

  /** The transaction of the event that has so many before it in a window. */
  private Optional<Long> tx(int era, long from, long to, int skipped) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select tx::text from audit_event where era = ? and tx >= ?::xid8 and tx < ?::xid8"
                + " order by tx offset ? limit 1")) {
      statement.setInt(1, era);
      statement.setString(2, Long.toString(from));
      statement.setString(3, Long.toString(to));
      statement.setInt(4, skipped);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(Long.parseLong(row.getString(1))) : Optional.empty();
      }
    }
  }

  private void add(Batch batch, Leaves leaves) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into audit_batch (number, era, tx_from, tx_to, events, form, root, previous,"
                + " hash, leaves, sealed_at)"
                + " values (?, ?, ?::xid8, ?::xid8, ?, ?, ?, ?, ?, ?, ?::timestamptz)")) {
      statement.setLong(1, batch.number());
      statement.setInt(2, batch.era());
      statement.setString(3, Long.toString(batch.from()));
      statement.setString(4, Long.toString(batch.to()));
      statement.setInt(5, batch.events());
      statement.setInt(6, batch.form());
      statement.setBytes(7, batch.root());
      statement.setBytes(8, batch.previous());
      statement.setBytes(9, batch.hash());
      statement.setBytes(10, leaves.bytes());
      statement.setString(11, batch.sealedAt().toString());
      statement.executeUpdate();
    }
  }

  private boolean signHead(SealingKey key) throws SQLException {
    Optional<Checkpoint.Head> next = next(SealingKey.name(key.open()));
    if (next.isEmpty()) {
      return false;
    }
    Checkpoint.Head head = next.get();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into audit_checkpoint (number, era, batch, events, hash, signed_at, key_id,"
                + " signature) values (?, ?, ?, ?, ?, ?::timestamptz, ?, ?)")) {
      statement.setLong(1, head.number());
      statement.setInt(2, head.era());
      statement.setLong(3, head.batch());
      statement.setLong(4, head.events());
      statement.setBytes(5, head.hash());
      statement.setString(6, head.signedAt().toString());
      statement.setString(7, head.key());
      statement.setBytes(8, key.sign(head.bytes()));
      statement.executeUpdate();
    }
    return true;
  }

  private Optional<Checkpoint.Head> next(String key) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select (select log_id from audit_era where era = 1), coalesce(c.number, 0) + 1, b.era,
                  b.number, b.hash, coalesce(c.events, 0) + (select sum(n.events) from audit_batch n
                    where n.number > coalesce(c.batch, 0))
                from (select * from audit_batch order by number desc limit 1) b
                  left join (select * from audit_checkpoint order by number desc limit 1) c on true
                where b.number > coalesce(c.batch, 0)
                """)) {
      return row.next()
          ? Optional.of(
              new Checkpoint.Head(
                  row.getObject(1, UUID.class),
                  row.getLong(2),
                  row.getInt(3),
                  row.getLong(4),
                  row.getLong(6),
                  row.getBytes(5),
                  now(),
                  key))
          : Optional.empty();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether no other sealer works; it holds until the end of the transaction. */
  private boolean only() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select pg_try_advisory_xact_lock(hashtext('trellis seals its audit log'))")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void undo(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException alsoGone) {
      cause.addSuppressed(alsoGone);
    }
  }
}
