package health.trellis.seal;

import health.trellis.proof.Checkpoint;
import health.trellis.proof.Checkpoints;
import health.trellis.seal.Finding.Kind;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Compares three things that say how the chain went: the batches, the signed checkpoints in the
 * database, and the checkpoints that were kept elsewhere.
 */
final class SignatureCheck {
  private final Connection connection;
  private final PublicKey key;
  private final Findings findings;

  /** What the batches say of a point of the chain: its hash, and how many events came so far. */
  private record Point(byte[] hash, long events, int era) {}

  /** Where an era begins in the chain. */
  private record Era(int number, long afterBatch, String reason) {}

  SignatureCheck(Connection connection, PublicKey key, Findings findings) {
    this.connection = connection;
    this.key = key;
    this.findings = findings;
  }

  /** Checks the checkpoints of the database; the answer is all of them. */
  List<Checkpoint> checkpoints() throws SQLException {
    Map<Long, Point> points = points();
    List<Checkpoint> all = Checkpoints.list(connection);
    long number = 0;
    long batch = 0;
    for (Checkpoint each : all) {
      Checkpoint.Head head = each.head();
      if (head.number() != number + 1 || head.batch() <= batch) {
        wrong(head.number(), "does not follow on the one before");
      }
      if (!signed(each)) {
        wrong(head.number(), "has a signature that does not hold");
      }
      Point point = points.get(head.batch());
      if (point == null) {
        wrong(head.number(), "names batch " + head.batch() + ", which is not there");
      } else if (!Arrays.equals(point.hash(), head.hash())
          || point.events() != head.events()
          || point.era() != head.era()) {
        wrong(head.number(), "does not fit batch " + head.batch());
      }
      number = head.number();
      batch = head.batch();
    }
    return all;
  }

  /** Compares what was kept elsewhere with the checkpoints of the database. */
  void anchors(List<Checkpoint> anchors, List<Checkpoint> checkpoints) throws SQLException {
    Map<Long, Checkpoint> stored = new HashMap<>();
    checkpoints.forEach(each -> stored.put(each.head().number(), each));
    List<Era> eras = eras();
    long last = 0;
    for (Checkpoint anchor : anchors) {
      Checkpoint.Head head = anchor.head();
      if (!signed(anchor)) {
        disagrees(head, "has a signature that does not hold");
      } else if (lostByRestore(head, eras)) {
        findings.note(
            "Checkpoint %d of batch %d was lost when the log was restored: what happened after batch %d of its era is not in it."
                .formatted(head.number(), head.batch(), head.batch()));
        continue;
      } else if (!stored.containsKey(head.number())) {
        disagrees(head, "is not in the database: the log was cut or set back");
      } else if (!stored.get(head.number()).head().same(head)) {
        disagrees(head, "says something else than the one in the database");
      }
      if (head.number() != last + 1) {
        disagrees(head, "does not follow on the one before it there");
      }
      last = head.number();
    }
  }

  private boolean lostByRestore(Checkpoint.Head head, List<Era> eras) {
    return eras.stream()
        .anyMatch(era -> era.number() > head.era() && head.batch() > era.afterBatch());
  }

  private boolean signed(Checkpoint checkpoint) {
    return Checkpoint.verifies(key, checkpoint.head().bytes(), checkpoint.signature());
  }

  private void wrong(long checkpoint, String what) {
    findings.add(
        Kind.CHECKPOINT_CHANGED, null, null, "Checkpoint " + checkpoint + " " + what + ".");
  }

  private void disagrees(Checkpoint.Head head, String what) {
    findings.add(
        Kind.ANCHOR_DISAGREES,
        head.batch(),
        null,
        "Checkpoint "
            + head.number()
            + " as it was kept elsewhere (batch "
            + head.batch()
            + ", "
            + HexFormat.of().formatHex(head.hash(), 0, 8)
            + "…) "
            + what
            + ".");
  }

  private Map<Long, Point> points() throws SQLException {
    Map<Long, Point> points = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      try (ResultSet row =
          statement.executeQuery(
              "select number, hash, total, era from (select number, hash, era, sum(events) over"
                  + " (order by number) as total from audit_batch) b"
                  + " where number in (select batch from audit_checkpoint)")) {
        while (row.next()) {
          points.put(row.getLong(1), new Point(row.getBytes(2), row.getLong(3), row.getInt(4)));
        }
      }
    }
    return points;
  }

  private List<Era> eras() throws SQLException {
    List<Era> eras = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select era, after_batch, reason from audit_era order by era")) {
      while (row.next()) {
        eras.add(new Era(row.getInt(1), row.getLong(2), row.getString(3)));
      }
    }
    return eras;
  }
}
