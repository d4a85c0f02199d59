package health.trellis.seal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of the audit log as they are hashed. Form 1 of a row is the line that PostgreSQL's
 * {@code COPY … TO STDOUT} writes of the columns {@link #COLUMNS} in this order, in its text
 * format, with times in UTC and ISO 8601 style and bytes in hexadecimal, without the line's end. So
 * anybody with psql and sha256sum can hash a row again. A column that the log gains later makes a
 * form 2, and what was sealed in form 1 is read in form 1 for ever.
 */
final class EventRows {
  /** The form in which rows are sealed now. */
  static final int FORM = 1;

  private static final String COLUMNS =
      "era, tx, id, at, clinic_id, kind, code, action, outcome, actor_id, actor, role,"
          + " session_hash, address, client_id, entity, entity_id, part, entity_version, fields,"
          + " purpose, reason, request_id, salt, content_hash";

  /** Takes one row after the other. */
  interface Taker {
    /**
     * One row.
     *
     * @param tx the transaction that wrote it
     * @param id the event's id
     * @param line its form
     */
    void take(long tx, long id, byte[] line);
  }

  private EventRows() {}

  /** Lets a session write rows in this form; to be called once on a connection. */
  static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set bytea_output = 'hex';"
              + " set extra_float_digits = 1");
    }
  }

  /** Reads the rows of these transactions, from one to before another, in the order of (tx, id). */
  static void read(Connection connection, int era, long from, long to, Taker taker)
      throws SQLException {
    copy(
        connection,
        "era = %d and tx >= '%s' and tx < '%s' order by tx, id"
            .formatted(era, Long.toUnsignedString(from), Long.toUnsignedString(to)),
        taker);
  }

  private static void copy(Connection connection, String which, Taker taker) throws SQLException {
    CopyOut rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select " + COLUMNS + " from audit_event where " + which + ") to stdout");
    byte[] line;
    while ((line = rows.readFromCopy()) != null) {
      byte[] row = Arrays.copyOf(line, line.length - 1);
      int afterEra = tab(row, 0);
      int afterTx = tab(row, afterEra + 1);
      int afterId = tab(row, afterTx + 1);
      taker.take(
          Long.parseUnsignedLong(text(row, afterEra + 1, afterTx)),
          Long.parseLong(text(row, afterTx + 1, afterId)),
          row);
    }
  }

  private static int tab(byte[] row, int from) {
    int at = from;
    while (row[at] != '\t') {
      at++;
    }
    return at;
  }

  private static String text(byte[] row, int from, int to) {
    return new String(row, from, to - from, StandardCharsets.US_ASCII);
  }
}
