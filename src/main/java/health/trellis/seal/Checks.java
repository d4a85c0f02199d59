package health.trellis.seal;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The checks that people of any clinic asked for, and one by itself where the last is a day old.
 * What each found is written down, where administrators read it and clients learn that it was made.
 */
public final class Checks {
  private static final Duration A_DAY = Duration.ofDays(1);

  /** How many findings are written down. */
  private static final int TOLD = 100;

  private final Sealing.Source source;
  private final PublicKey key;
  private final Anchors anchors;
  private final Clock clock;

  /** Checks through connections of the role trellis_sealer. */
  public Checks(Sealing.Source source, PublicKey key, Anchors anchors, Clock clock) {
    this.source = source;
    this.key = key;
    this.anchors = anchors;
    this.clock = clock;
  }

  /**
   * Does the check that waits longest, where one does and nobody does it.
   *
   * @param connection takes down what comes of it
   * @return what it found; empty where none was due
   */
  public Optional<Report> next(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    if (!due(connection) || !lock(connection, "pg_try_advisory_lock")) {
      return Optional.empty();
    }
    try {
      UUID check = begin(connection);
      Report report;
      try (Connection reading = source.open()) {
        report = new Verifier(reading, key, anchors).verify();
      }
      end(connection, check, report);
      return Optional.of(report);
    } finally {
      lock(connection, "pg_advisory_unlock");
    }
  }

  private boolean due(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select exists (select from audit_check where ended_at is null) or (not exists (select"
                + " from audit_check where ended_at > ?::timestamptz) and exists (select from"
                + " audit_checkpoint))")) {
      statement.setString(1, now().minus(A_DAY).toString());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** One that was asked for, also where an earlier doing was broken off; or a new one. */
  private UUID begin(Connection connection) throws SQLException {
    UUID own = UUID.randomUUID();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with waiting as (
              update audit_check set began_at = ?::timestamptz
              where id = (select id from audit_check where ended_at is null order by asked_at limit 1)
              returning id),
            own as (
              insert into audit_check (id, asked_at, began_at)
              select ?, ?::timestamptz, ?::timestamptz where not exists (select from waiting)
              returning id)
            select id from waiting union all select id from own
            """)) {
      String now = now().toString();
      statement.setString(1, now);
      statement.setObject(2, own);
      statement.setString(3, now);
      statement.setString(4, now);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  private void end(Connection connection, UUID check, Report report) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update audit_check set ended_at = ?::timestamptz, batches = ?, events = ?, records = ?,"
                + " anchors = ?, findings = ?, told = ? where id = ?")) {
      statement.setString(1, now().toString());
      statement.setLong(2, report.batches());
      statement.setLong(3, report.events());
      statement.setLong(4, report.records());
      statement.setLong(5, report.anchors());
      statement.setLong(6, report.wrong());
      statement.setArray(
          7,
          connection.createArrayOf(
              "text",
              report.findings().stream()
                  .limit(TOLD)
                  .map(Finding::sentence)
                  .toArray(String[]::new)));
      statement.setObject(8, check);
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select record_outside('AUDIT_CHECKED', 'E', ?, 'system:check', 'SYSTEM', '', '', null,"
                + " 'audit_check', ?, ?, ?)")) {
      statement.setString(1, report.sound() ? "done" : "failed");
      statement.setObject(2, check);
      statement.setString(3, report.wrong() + " findings");
      statement.setObject(4, UUID.randomUUID());
      statement.execute();
    }
  }

  private Instant now() {
    return clock.instant();
  }

  private static boolean lock(Connection connection, String function) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select " + function + "(hashtext('trellis checks its audit log'))")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
