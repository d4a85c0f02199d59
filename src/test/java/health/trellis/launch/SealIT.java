package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.seal.Anchors;
import health.trellis.seal.Finding;
import health.trellis.seal.Report;
import health.trellis.seal.Verifier;
import health.trellis.testkit.inside.Cells;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sealed log against whoever may do anything in the database. Each case is done by the
 * superuser with every trigger asleep, checked, and undone. {@code -Dtrellis.tampering=1000} tries
 * so many of each kind, {@code -Dtrellis.seed} others than these.
 */
class SealIT {
  private static final int CASES = Integer.getInteger("trellis.tampering", 5);
  private static final long SEED = Long.getLong("trellis.seed", 20261128);

  @TempDir static Path folder;
  private static SmallLog log;
  private static Connection superuser;
  private static Connection checking;

  private final Cells cells = new Cells();

  @BeforeAll
  static void fill() throws SQLException {
    log = SmallLog.start(folder, 12);
    superuser = log.database().superuser();
    checking = log.database().sealer();
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @Test
  void what_nobody_touched_is_found_sound_however_often_it_grows()
      throws SQLException, IOException {
    try (SmallLog growing = SmallLog.start(folder.resolve("growing"), 12)) {
      Connection reading = growing.database().sealer();
      Connection counting = growing.database().superuser();
      for (int n = 0; n < CASES * 10; n++) {
        if (n % 5 == 0) {
          growing.act();
        }
        if (n % 10 == 1) {
          growing.seal();
        }
        if (n % 20 == 2) {
          growing.sign();
        }
        Report report = new Verifier(reading, growing.key.open(), growing.anchors).verify();
        assertThat(report.findings()).as("check " + n).isEmpty();
        assertThat(report.wrong()).isZero();
        cells.count("checks");
        assertThat(report.batches()).isGreaterThanOrEqualTo(12);
        assertThat(report.events() + report.waiting()).isEqualTo(events(counting));
      }
    }
    cells.keep("checks of a sealed log that nobody touched");
  }

  @ParameterizedTest
  @EnumSource
  void whatever_the_superuser_does_is_found(Tampering kind) throws SQLException, IOException {
    Random choice = new Random(SEED + kind.ordinal());
    log.seal();
    log.sign();
    superuser.setAutoCommit(false);
    for (int n = 0; n < CASES; n++) {
      try {
        @Nullable Long event = kind.by(new Tampering.Hand(log, superuser, choice));
        Report report = new Verifier(superuser, log.key.open(), log.anchors).verify();
        assertThat(report.sound()).as("%s, case %d of seed %d", kind, n, SEED).isFalse();
        cells.count(kind.name());
        if (Tampering.NAMED.contains(kind)) {
          assertThat(report.findings())
              .as("%s, case %d of seed %d", kind, n, SEED)
              .extracting(Finding::event)
              .contains(event);
        }
      } finally {
        superuser.rollback();
      }
    }
    cells.keep("tampering, " + kind + ", seed " + SEED);
  }

  @Test
  void without_anchors_whoever_has_the_key_rewrites_it_all_and_with_them_not() throws SQLException {
    superuser.setAutoCommit(false);
    try {
      Tampering.REBUILD_ALL_AND_SIGN_WITH_THE_STOLEN_KEY.by(
          new Tampering.Hand(log, superuser, new Random(SEED)));
      Anchors none = new Anchors(folder.resolve("none"));
      assertThat(new Verifier(superuser, log.key.open(), none).verify().findings()).isEmpty();
      assertThat(new Verifier(superuser, log.key.open(), log.anchors).verify().findings())
          .extracting(Finding::kind)
          .containsOnly(Finding.Kind.ANCHOR_DISAGREES);
    } finally {
      superuser.rollback();
    }
  }

  @Test
  void between_two_signatures_whoever_rebuilds_a_batch_is_not_found_and_after_it_is()
      throws SQLException {
    log.act();
    log.seal();
    assertThat(afterAnEditOfTheLastEvent()).isEmpty();
    log.sign();
    assertThat(afterAnEditOfTheLastEvent())
        .extracting(Finding::kind)
        .contains(Finding.Kind.CHECKPOINT_CHANGED);
  }

  private static List<Finding> afterAnEditOfTheLastEvent() throws SQLException {
    superuser.setAutoCommit(false);
    try {
      Tampering.Hand hand = new Tampering.Hand(log, superuser, new Random(SEED));
      long last = Long.parseLong(SmallLog.text(superuser, "select max(id) from audit_event"));
      hand.edit(last, "reason = 'another'");
      hand.forger().rebuild(hand.batchOf(last));
      return new Verifier(superuser, log.key.open(), log.anchors).verify().findings();
    } finally {
      superuser.rollback();
    }
  }

  @Test
  void nobody_but_the_sealer_writes_what_is_sealed_and_nobody_changes_it() throws SQLException {
    Connection application = log.database().application();
    application.rollback();
    Connection owner = log.database().owner();
    for (String table : new String[] {"audit_batch", "audit_checkpoint", "audit_era"}) {
      assertThatThrownBy(() -> SmallLog.run(application, "select * from " + table))
          .hasMessageContaining("permission denied");
      application.rollback();
      for (Connection who : new Connection[] {owner, checking}) {
        assertThatThrownBy(() -> SmallLog.run(who, "delete from " + table))
            .hasMessageMatching("(?s).*(permission denied|append-only).*");
        assertThatThrownBy(() -> SmallLog.run(who, "update " + table + " set era = era"))
            .hasMessageMatching("(?s).*(permission denied|append-only).*");
        assertThatThrownBy(() -> SmallLog.run(who, "truncate " + table + " cascade"))
            .hasMessageMatching("(?s).*(permission denied|append-only|must be owner).*");
      }
    }
    assertThatThrownBy(() -> SmallLog.run(checking, "select * from session_note"))
        .hasMessageContaining("permission denied");
  }

  private static long events(Connection all) throws SQLException {
    return Long.parseLong(SmallLog.text(all, "select count(*) from audit_event"));
  }
}
