package health.trellis.seal;

import health.trellis.seal.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Compares each record with what its last event says of it. The database does the comparing, by
 * hashes, so that no text leaves it.
 */
final class RecordCheck {
  private final Connection connection;
  private final Findings findings;

  RecordCheck(Connection connection, Findings findings) {
    this.connection = connection;
    this.findings = findings;
  }

  /** Compares them; the answer is how many there are. */
  long run() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1_000);
      try (ResultSet row =
          statement.executeQuery(
              "select entity, entity_id, part, event_id, deviation from audit_deviations()")) {
        while (row.next()) {
          tell(row);
        }
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count_audited_records()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void tell(ResultSet row) throws SQLException {
    String part = row.getString(3);
    String record =
        row.getString(1) + " " + row.getString(2) + (part.isEmpty() ? "" : " (" + part + ")");
    long event = row.getLong(4);
    boolean none = row.wasNull();
    String sentence =
        switch (row.getString(5)) {
          case "changed" -> "The record %s is not what event %d says.".formatted(record, event);
          case "gone" ->
              "The record %s is gone, and event %d says it is there.".formatted(record, event);
          default -> "The record %s is there, and no event says so.".formatted(record);
        };
    findings.add(Kind.RECORD_CHANGED, null, none ? null : event, sentence);
  }
}
