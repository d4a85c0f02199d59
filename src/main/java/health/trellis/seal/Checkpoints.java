package health.trellis.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The signed checkpoints as the database has them. */
final class Checkpoints {
  private Checkpoints() {}

  /** All of them, in their order. */
  static List<Checkpoint> list(Connection connection) throws SQLException {
    return after(connection, 0, 0);
  }

  /** Those of a later era, or with a higher number, in their order. */
  static List<Checkpoint> after(Connection connection, int era, long number) throws SQLException {
    List<Checkpoint> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select log_id from audit_era where era = 1), number, era, batch, events,"
                    + " hash, signed_at, key_id, signature from audit_checkpoint where era > %d or number > %d order by number"
                        .formatted(era, number))) {
      while (row.next()) {
        found.add(
            new Checkpoint(
                new Checkpoint.Head(
                    row.getObject(1, UUID.class),
                    row.getLong(2),
                    row.getInt(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getBytes(6),
                    row.getObject(7, OffsetDateTime.class)
                        .toInstant()
                        .truncatedTo(ChronoUnit.MICROS),
                    row.getString(8)),
                row.getBytes(9)));
      }
    }
    return found;
  }
}
