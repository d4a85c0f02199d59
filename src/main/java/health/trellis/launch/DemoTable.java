package health.trellis.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one kind that are collected, and then sent to the database together. */
final class DemoTable {
  private final String sql;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /** Rows that one statement takes, with a parameter for each value. */
  DemoTable(String sql) {
    this.sql = sql;
  }

  /** One more row; an {@link Instant} may stand in it. */
  void add(@Nullable Object... values) {
    rows.add(values);
  }

  /** Sends all rows. */
  void write(Connection owner) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          Object value = row[i];
          statement.setObject(
              i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
