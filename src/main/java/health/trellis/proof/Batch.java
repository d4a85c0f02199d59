package health.trellis.proof;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A sealed window of the audit log: the events of all transactions from one to before another, none
 * of which can grow any more.
 *
 * @param number from 1, without a gap
 * @param era the life of the database since its last restore
 * @param from the first transaction of the window
 * @param to the first transaction after it
 * @param events how many there are, at least 1
 * @param form how a row was written down before it was hashed; see {@link EventRows}
 * @param root the root of the tree over the events
 * @param previous the hash of the batch before, or 32 zeros
 * @param sealedAt when, to the microsecond
 */
public record Batch(
    long number,
    int era,
    long from,
    long to,
    int events,
    int form,
    byte[] root,
    byte[] previous,
    Instant sealedAt) {

  /** What comes before the first batch. */
  public static final byte[] NOTHING = new byte[32];

  /** The columns that {@link #read} takes, in their order. */
  public static final String COLUMNS =
      "number, era, tx_from::text, tx_to::text, events, form, root, previous, sealed_at";

  /** The batch of a row that begins with {@link #COLUMNS}. */
  public static Batch read(ResultSet row) throws SQLException {
    return new Batch(
        row.getLong(1),
        row.getInt(2),
        Long.parseUnsignedLong(row.getString(3)),
        Long.parseUnsignedLong(row.getString(4)),
        row.getInt(5),
        row.getInt(6),
        row.getBytes(7),
        row.getBytes(8),
        row.getObject(9, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MICROS));
  }

  /** What its hash is over: one line for each thing, so that anybody can compute it again. */
  public String text() {
    HexFormat hex = HexFormat.of();
    return String.join(
        "\n",
        "trellis-batch/1",
        "number " + number,
        "era " + era,
        "from " + Long.toUnsignedString(from),
        "to " + Long.toUnsignedString(to),
        "events " + events,
        "form " + form,
        "root " + hex.formatHex(root),
        "previous " + hex.formatHex(previous),
        "sealed " + sealedAt,
        "");
  }

  /** By this the next batch and the checkpoints know it. */
  public byte[] hash() {
    return MerkleTree.sha256().digest(text().getBytes(StandardCharsets.UTF_8));
  }
}
