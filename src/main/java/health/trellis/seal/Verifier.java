package health.trellis.seal;

import health.trellis.proof.Checkpoint;
import health.trellis.seal.Finding.Kind;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Checks the whole log: rows against batches, batch against batch, checkpoints against their
 * signatures and against what was kept elsewhere, and records against their last event. It changes
 * nothing, sees one moment, and can run beside everything else.
 */
public final class Verifier {
  /** After so long finished events should be sealed, and batches signed. */
  private static final String PATIENCE = "5 minutes";

  /** Of an era that never was, of one that is closed, or of a transaction yet to come. */
  private static final String ASTRAY =
      """
      select id from audit_event where era < 1 or era > (select max(era) from audit_era)
      union all
      select e.id from audit_event e
        join (select era, max(tx_to) as closed from audit_batch where era < ? group by era) b on b.era = e.era
        where e.tx >= b.closed
      union all
      select id from audit_event
        where era in (select era from audit_era where era < ? except select era from audit_batch)
      union all
      select id from audit_event
        where era = ? and tx >= ?::xid8 and tx >= pg_snapshot_xmax(pg_current_snapshot())
      """;

  private final Connection connection;
  private final PublicKey key;
  private final List<Checkpoint> anchors;

  /**
   * Looks at the log through a connection of the role trellis_sealer.
   *
   * @param key the public key as whoever checks has it; the database has none to trust
   * @param anchors what was kept elsewhere
   */
  public Verifier(Connection connection, PublicKey key, Anchors anchors) {
    this.connection = connection;
    this.key = key;
    this.anchors = anchors.list();
  }

  /**
   * Reads all of it again. Inside a transaction it sees what that one sees; otherwise it begins one
   * that sees a single moment, however long the reading takes.
   */
  public Report verify() throws SQLException {
    EventRows.prepare(connection);
    if (!connection.getAutoCommit()) {
      return look();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction_timeout = 0");
    }
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      return look();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Report look() throws SQLException {
    Findings findings = new Findings();
    ChainCheck chain = new ChainCheck(connection, findings);
    chain.run();
    long waiting = unsealed(chain, findings);
    SignatureCheck signatures = new SignatureCheck(connection, key, findings);
    List<Checkpoint> checkpoints = signatures.checkpoints();
    signatures.anchors(anchors, checkpoints);
    late(chain, findings);
    long records = new RecordCheck(connection, findings).run();
    return new Report(
        chain.batches(),
        chain.events(),
        waiting,
        checkpoints.size(),
        anchors.size(),
        records,
        findings.notes(),
        findings.kept(),
        findings.all());
  }

  /** Looks at what no window holds; the answer is how many events wait for theirs. */
  private long unsealed(ChainCheck chain, Findings findings) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ASTRAY)) {
      statement.setInt(1, chain.era());
      statement.setInt(2, chain.era());
      statement.setInt(3, chain.era());
      statement.setString(4, Long.toUnsignedString(chain.end()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long id = row.getLong(1);
          findings.add(
              Kind.ROW_ASTRAY,
              null,
              id,
              "Event " + id + " says it was written by a transaction that cannot have done so.");
        }
      }
    }
    return count(
        "select count(*) from audit_event where era = %d and tx >= '%s'::xid8"
            .formatted(chain.era(), Long.toUnsignedString(chain.end())));
  }

  private void late(ChainCheck chain, Findings findings) throws SQLException {
    long late =
        count(
            "select count(*) from audit_event where era = %d and tx >= '%s'::xid8 and tx < pg_snapshot_xmin(pg_current_snapshot()) and at < now() - interval '%s'"
                .formatted(chain.era(), Long.toUnsignedString(chain.end()), PATIENCE));
    if (late > 0) {
      findings.add(
          Kind.NOT_SEALED,
          null,
          null,
          late + " events have waited longer than " + PATIENCE + " to be sealed: nothing seals.");
    }
    long unsigned =
        count(
            "select count(*) from audit_batch where number > coalesce((select max(batch) from"
                + " audit_checkpoint), 0) and sealed_at < now() - interval '"
                + PATIENCE
                + "'");
    if (unsigned > 0) {
      findings.add(
          Kind.NOT_SEALED,
          null,
          null,
          unsigned + " batches have waited longer than " + PATIENCE + " to be signed.");
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
