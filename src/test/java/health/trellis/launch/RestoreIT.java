package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.seal.Finding;
import health.trellis.seal.Report;
import health.trellis.seal.Sealer;
import health.trellis.seal.Verifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The log after a restore, as the documents tell how to go on: a backup of each table is read into
 * a new server, whose transactions count from the beginning, and a new era begins there.
 */
class RestoreIT {
  /** Each table with its columns that can be written. */
  private static final String TABLES =
      """
      select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'flyway_schema_history'
      group by 1 order by 1""";

  /** What docs/audit.md asks for. */
  private static final String NEW_ERA =
      """
      insert into audit_era (era, log_id, after_batch, after_event, reason)
        select 2, log_id, (select max(number) from audit_batch), (select max(id) from audit_event), 'a test restored it'
        from audit_era where era = 1;
      alter table audit_event alter column era set default 2""";

  @TempDir static Path folder;

  @Test
  void a_restored_log_goes_on_in_a_new_era_and_says_what_was_lost() throws Exception {
    try (SmallLog log = SmallLog.start(folder.resolve("old"), 6);
        PracticeDatabase restored = PracticeDatabase.empty(folder.resolve("new"))) {
      for (int i = 0; i < 3_000; i++) {
        SmallLog.text(log.database().owner(), "select pg_current_xact_id()::text");
      }
      log.act();
      log.sealAll();
      Map<String, byte[]> backup = backup(log.superuser());
      log.act();
      log.sealAll();
      restore(backup, restored.superuser());
      assertThat(number(restored, "select pg_current_xact_id()::text"))
          .as("transactions count from the beginning")
          .isLessThan(number(restored, "select max(tx)::text from audit_event"));

      SmallLog.run(restored.owner(), NEW_ERA);
      SmallLog.act(restored.application());
      try (Connection own = restored.sealer()) {
        Sealer sealer = new Sealer(own, Clock.systemUTC());
        while (sealer.seal() > 0) {
          continue;
        }
        sealer.sign(log.key);
        sealer.anchor(log.anchors);
      }
      Report report = verify(log, restored);
      assertThat(report.findings()).isEmpty();
      assertThat(report.waiting()).isZero();
      assertThat(report.notes())
          .as("what happened between the backup and the restore")
          .anyMatch(note -> note.contains("was lost when the log was restored"));

      SmallLog.run(
          restored.superuser(),
          "set session_replication_role = replica; update audit_event set code = 'OTHER' where id ="
              + " (select max(id) from audit_event where era = 1)");
      assertThat(verify(log, restored).findings())
          .extracting(Finding::sentence)
          .anyMatch(sentence -> sentence.contains("was changed"));
    }
  }

  private static Report verify(SmallLog log, PracticeDatabase restored) throws SQLException {
    try (Connection own = restored.sealer()) {
      return new Verifier(own, log.key.open(), log.anchors).verify();
    }
  }

  private static long number(PracticeDatabase database, String sql) throws SQLException {
    return Long.parseLong(SmallLog.text(database.owner(), sql));
  }

  private static Map<String, byte[]> backup(Connection superuser) throws SQLException, IOException {
    Map<String, byte[]> backup = new LinkedHashMap<>();
    try (superuser;
        Statement statement = superuser.createStatement();
        ResultSet tables = statement.executeQuery(TABLES)) {
      CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
      while (tables.next()) {
        String columns = "%s (%s)".formatted(tables.getString(1), tables.getString(2));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copy.copyOut(
            "copy (select %s from %s) to stdout"
                .formatted(tables.getString(2), tables.getString(1)),
            rows);
        backup.put(columns, rows.toByteArray());
      }
    }
    return backup;
  }

  private static void restore(Map<String, byte[]> backup, Connection superuser)
      throws SQLException, IOException {
    try (superuser) {
      SmallLog.run(superuser, "set session_replication_role = replica");
      CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
      for (Map.Entry<String, byte[]> table : backup.entrySet()) {
        String name = table.getKey().split(" ", 2)[0];
        SmallLog.run(superuser, "truncate " + name + " cascade");
      }
      for (Map.Entry<String, byte[]> table : backup.entrySet()) {
        copy.copyIn(
            "copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
      }
      SmallLog.text(
          superuser,
          "select setval(pg_get_serial_sequence('audit_event', 'id'), (select max(id) from audit_event))");
    }
  }
}
