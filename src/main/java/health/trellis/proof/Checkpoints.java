package health.trellis.proof;

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
public final class Checkpoints {
  private Checkpoints() {}

  /** All of them, in their order. */
  public static List<Checkpoint> list(Connection connection) throws SQLException {
    return after(connection, 0, 0);
  }

  /** Those of a later era, or with a higher number, in their order. */
  public static List<Checkpoint> after(Connection connection, int era, long number)
      throws SQLException {
    List<Checkpoint> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select log_id from audit_era where era = 1), number, era, batch, events,"
                    + " hash, signed_at, key_id, signature from audit_checkpoint where era > %d or number > %d order by number"
                        .formatted(era, number))) {
      while (row.next()) {
        found.add(read(row, 1));
      }
    }
    return found;
  }

  /** The checkpoint that stands in a row from this column on: its log's id first. */
  static Checkpoint read(ResultSet row, int from) throws SQLException {
    return new Checkpoint(
        new Checkpoint.Head(
            row.getObject(from, UUID.class),
            row.getLong(from + 1),
            row.getInt(from + 2),
            row.getLong(from + 3),
            row.getLong(from + 4),
            row.getBytes(from + 5),
            row.getObject(from + 6, OffsetDateTime.class)
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS),
            row.getString(from + 7)),
        row.getBytes(from + 8));
  }
}
