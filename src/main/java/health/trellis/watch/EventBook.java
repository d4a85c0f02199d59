package health.trellis.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What of the provider's events is in the audit log already; each is entered once. */
record EventBook(Connection connection) {

  /** The latest that was taken, by the provider's clock; the beginning of time where none was. */
  Instant last() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select last_provider_event()")) {
      row.next();
      OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
      return last == null ? Instant.EPOCH : last.toInstant();
    }
  }

  /** Those of the given that are not in the log. */
  Set<UUID> missing(Collection<UUID> events) throws SQLException {
    Set<UUID> missing = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement("select missing_provider_events(?)")) {
      statement.setArray(1, connection.createArrayOf("uuid", events.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          missing.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return missing;
  }

  /** Enters one, in a transaction of its own, unless somebody else did meanwhile. */
  void record(ProviderEvent event) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select record_provider_event(?, ?::timestamptz, ?, ?, ?, ?, ?)")) {
      statement.setObject(1, event.id());
      statement.setString(2, event.at().toString());
      statement.setString(3, event.act().code());
      statement.setString(4, event.act().outcome());
      statement.setString(5, event.sub());
      statement.setString(6, event.address());
      statement.setString(7, event.detail());
      statement.execute();
    }
  }
}
