package health.trellis.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Seals the log as long as it runs: every second what is finished, every minute a checkpoint, which
 * goes to the anchors as well. Beside that it does the checks that are asked for, and one a day by
 * itself. On closing it seals and signs once more.
 */
public final class Sealing implements AutoCloseable {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SIGNATURES = Duration.ofMinutes(1);

  private final SealingKey key;
  private final Anchors anchors;
  private final Clock clock;
  private Instant signed = Instant.EPOCH;

  private final Duty sealing;
  private final Duty checking;

  /** Opens connections of the role trellis_sealer. */
  @FunctionalInterface
  public interface Source {
    /** A new one. */
    Connection open() throws SQLException;
  }

  private Sealing(
      Source source, SealingKey key, Anchors anchors, Clock clock, Consumer<String> told) {
    this.key = key;
    this.anchors = anchors;
    this.clock = clock;
    Checks checks = new Checks(source, key.open(), anchors, clock);
    sealing = Duty.begin("The audit log is sealed", A_SECOND, source, this::seal, told);
    checking =
        Duty.begin(
            "The audit log is checked",
            A_SECOND,
            source,
            (connection, last) -> {
              if (!last) {
                checks.next(connection);
              }
            },
            told);
  }

  /**
   * Begins.
   *
   * @param told takes a sentence where something hinders it, and where it goes on
   */
  public static Sealing start(
      Source source, SealingKey key, Anchors anchors, Clock clock, Consumer<String> told) {
    return new Sealing(source, key, anchors, clock, told);
  }

  private void seal(Connection connection, boolean last) throws SQLException {
    Sealer sealer = new Sealer(connection, clock);
    int sealed = Sealer.EVENTS_A_BATCH;
    while (sealed > Sealer.EVENTS_A_BATCH / 2) {
      sealed = sealer.seal();
    }
    if (last || !clock.instant().isBefore(signed.plus(BETWEEN_SIGNATURES))) {
      sealer.sign(key);
      sealer.anchor(anchors);
      signed = clock.instant();
    }
  }

  @Override
  public void close() {
    checking.close();
    sealing.close();
  }
}
