package health.trellis.launch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.proof.Proof;
import health.trellis.proof.Prover;
import health.trellis.seal.Checks;
import health.trellis.seal.Report;
import health.trellis.seal.Sealer;
import health.trellis.seal.Sealing;
import health.trellis.seal.SealingKey;
import health.trellis.seal.Verifier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealing while others write, while another seals, and while it is killed. */
class SealingIT {
  @TempDir static Path folder;
  private static SmallLog log;
  private static Connection superuser;

  @BeforeAll
  static void begin() throws SQLException {
    log = SmallLog.start(folder, 2);
    superuser = log.database().superuser();
  }

  @AfterAll
  static void end() {
    log.close();
  }

  @BeforeEach
  void sealWhatWaits() throws SQLException {
    log.seal();
    log.sign();
  }

  @Test
  void a_transaction_that_runs_holds_back_what_came_after_it_and_is_sealed_when_it_ends()
      throws SQLException {
    try (Connection slow = log.database().superuser()) {
      slow.setAutoCommit(false);
      SmallLog.run(slow, "select begin_job('slow', null, gen_random_uuid())");
      SmallLog.run(slow, "update person set language = 'de' where sub = 'adam'");
      log.act();
      assertThat(log.seal()).as("events sealed while an earlier transaction runs").isZero();
      slow.commit();
    }
    assertThat(log.seal()).isGreaterThan(1);
    assertSound();
  }

  @Test
  void a_transaction_that_was_undone_leaves_no_gap_that_is_missed() throws SQLException {
    try (Connection slow = log.database().superuser()) {
      slow.setAutoCommit(false);
      SmallLog.run(slow, "select begin_job('slow', null, gen_random_uuid())");
      SmallLog.run(slow, "update person set language = 'de' where sub = 'adam'");
      log.act();
      slow.rollback();
    }
    assertThat(log.seal()).isPositive();
    assertSound();
  }

  @Test
  void a_sealer_killed_before_any_of_its_statements_leaves_a_sound_log() throws SQLException {
    int survived = 0;
    int killed = 0;
    for (int at = 1; survived == 0; at++) {
      log.act();
      try (Connection doomed = log.database().sealer()) {
        Connection killing = killing(doomed, at);
        try {
          Sealer sealer = new Sealer(killing, Clock.systemUTC());
          sealer.seal();
          sealer.sign(log.key);
          sealer.anchor(log.anchors);
          survived++;
        } catch (SQLException terminated) {
          killed++;
        }
      }
      assertSound();
      log.seal();
      log.sign();
      assertSound();
    }
    assertThat(killed).as("statements at which it was killed").isGreaterThan(12);
  }

  @Test
  void two_sealers_and_four_writers_at_once_seal_every_event_once() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Integer> sealed = new CopyOnWriteArrayList<>();
    ExecutorService together = Executors.newCachedThreadPool();
    List<Future<?>> sealers = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      sealers.add(
          together.submit(
              () -> {
                try (Connection own = log.database().sealer()) {
                  Sealer sealer = new Sealer(own, Clock.systemUTC());
                  while (!over.get()) {
                    sealed.add(sealer.seal());
                    sealer.sign(log.key);
                  }
                }
                return null;
              }));
    }
    List<Future<?>> writers = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      writers.add(
          together.submit(
              () -> {
                try (Connection own = log.database().another()) {
                  for (int act = 0; act < 40; act++) {
                    SmallLog.act(own);
                  }
                }
                return null;
              }));
    }
    for (Future<?> writer : writers) {
      writer.get(60, SECONDS);
    }
    over.set(true);
    for (Future<?> sealer : sealers) {
      sealer.get(60, SECONDS);
    }
    together.shutdown();
    log.seal();
    log.sign();
    assertThat(sealed).filteredOn(some -> some > 0).hasSizeGreaterThan(5);
    assertThat(assertSound().waiting()).isZero();
  }

  @Test
  void the_program_seals_signs_and_keeps_by_itself_and_goes_on_after_its_connection_is_cut()
      throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    log.act();
    Sealing sealing =
        Sealing.start(
            () -> log.database().sealer(), log.key, log.anchors, Clock.systemUTC(), told::add);
    awaitNothingWaiting();
    SmallLog.run(
        superuser,
        "select pg_terminate_backend(pid) from pg_stat_activity where usename ="
            + " 'trellis_sealer' and pid <> pg_backend_pid()");
    log.act();
    awaitNothingWaiting();
    log.act();
    sealing.close();
    assertThat(told)
        .filteredOn(each -> each.contains("sealed"))
        .hasSize(2)
        .last()
        .isEqualTo("The audit log is sealed again.");
    Report report = assertSound();
    assertThat(report.waiting()).isZero();
    assertThat(report.anchors()).isEqualTo(report.checkpoints());
  }

  @Test
  void a_check_that_was_asked_for_is_made_and_written_down_with_what_it_found() throws Exception {
    Connection application = log.database().application();
    application.setAutoCommit(false);
    SmallLog.run(
        application,
        "select 1 from begin_context('adam', 'ADMINISTRATOR', 's', '127.0.0.1', gen_random_uuid())");
    SmallLog.run(
        application,
        "insert into audit_check (id, clinic_id, asked_by, asked_at) values (gen_random_uuid(),"
            + " app_clinic(), app_person(), now())");
    application.commit();
    Checks checks =
        new Checks(() -> log.database().sealer(), log.key.open(), log.anchors, Clock.systemUTC());
    try (Connection own = log.database().sealer()) {
      while (checks.next(own).isPresent()) {
        continue;
      }
      assertThat(checks.next(own)).as("one a day is enough").isEmpty();
      SmallLog.run(
          superuser,
          "set session_replication_role = replica; update person set name = 'Eve' where sub ="
              + " 'adam'; insert into audit_check (id, asked_at) values (gen_random_uuid(), now())");
      assertThat(checks.next(own)).get().extracting(Report::wrong).isEqualTo(1L);
      SmallLog.run(
          superuser,
          "update person set name = 'Adam' where sub = 'adam'; set session_replication_role ="
              + " origin");
    }
    assertThat(
            SmallLog.text(
                superuser,
                "select string_agg(findings || ' ' || coalesce(told[1], 'nothing'), '; ' order by"
                    + " ended_at) from (select * from audit_check order by ended_at desc limit 2) c"))
        .matches("0 nothing; 1 The record person \\S+ is not what event \\d+ says\\.");
    assertThat(
            SmallLog.text(
                superuser,
                "select string_agg(outcome, ' ' order by id) from audit_event where code ="
                    + " 'AUDIT_CHECKED'"))
        .endsWith("done failed");
  }

  @Test
  void every_event_can_be_proved_and_no_other_row_by_its_proof() throws Exception {
    log.act();
    log.seal();
    log.sign();
    long last = Long.parseLong(SmallLog.text(superuser, "select max(id) from audit_event"));
    try (Connection own = log.database().sealer()) {
      Prover prover = Prover.ofAll(own);
      for (long event = 1; event <= last; event++) {
        Proof proof = prover.prove(event).orElseThrow();
        assertThat(proof.holds(log.key.open())).as("the proof of event " + event).isTrue();
        assertThat(proof.holds(SealingKey.make().open())).as("under another key").isFalse();
        Proof forged =
            new Proof(
                proof.row().replace("127.0.0.1", "127.0.0.2") + "x",
                proof.index(),
                proof.path(),
                proof.batches(),
                proof.checkpoint());
        assertThat(forged.holds(log.key.open())).as("of another row").isFalse();
      }
      assertThat(prover.prove(last + 1)).isEmpty();
      log.act();
      assertThat(prover.prove(last + 1)).as("before it is sealed").isEmpty();
    }
  }

  @Test
  void an_anchor_that_was_cut_off_while_it_was_written_is_written_again() throws Exception {
    log.act();
    log.seal();
    log.sign();
    byte[] whole = Files.readAllBytes(log.anchors.file());
    Files.write(log.anchors.file(), Arrays.copyOf(whole, whole.length - 20));
    log.sign();
    assertSound();
    Files.write(log.anchors.file(), new byte[0]);
    assertThat(new Verifier(superuser, log.key.open(), log.anchors).verify().anchors()).isZero();
    log.sign();
    assertSound();
  }

  private static Report assertSound() throws SQLException {
    try (Connection own = log.database().sealer()) {
      Report report = new Verifier(own, log.key.open(), log.anchors).verify();
      assertThat(report.findings()).isEmpty();
      return report;
    }
  }

  private static void awaitNothingWaiting() throws Exception {
    for (int n = 0; n < 300; n++) {
      try (Connection own = log.database().sealer()) {
        if (new Verifier(own, log.key.open(), log.anchors).verify().waiting() == 0) {
          return;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("nothing seals");
  }

  /** The connection, whose server process ends right before a statement of its own. */
  private static Connection killing(Connection doomed, int statement) throws SQLException {
    String pid = SmallLog.text(doomed, "select pg_backend_pid()");
    Set<String> counted = Set.of("createStatement", "prepareStatement", "unwrap", "commit");
    int[] so = {0};
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (counted.contains(method.getName()) && ++so[0] == statement) {
                SmallLog.run(superuser, "select pg_terminate_backend(" + pid + ", 5000)");
              }
              try {
                return method.invoke(doomed, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
