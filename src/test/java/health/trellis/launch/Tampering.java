package health.trellis.launch;

import health.trellis.seal.Forger;
import health.trellis.seal.SealingKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody with the rights of the database's superuser may do to the log or behind it, each in
 * many ways. An act says which event, or which record's last event, a check must name; none where
 * it can only say that something is wrong.
 */
enum Tampering {
  EDIT_A_ROW(
      hand -> {
        long id = hand.anyEvent();
        hand.edit(id, hand.oneOf(Hand.COLUMNS));
        return id;
      }),
  DELETE_A_ROW(
      hand -> {
        long id = hand.anyEvent();
        hand.run("delete from audit_event where id = " + id);
        return id;
      }),
  INSERT_A_ROW(
      hand -> {
        long id = hand.newId();
        hand.copy(hand.anyEvent(), id, "tx");
        return id;
      }),
  INSERT_A_ROW_OF_TIMES_TO_COME(
      hand -> {
        long id = hand.newId();
        hand.copy(hand.anyEvent(), id, "(tx::text::bigint + 1000000)::text::xid8");
        return id;
      }),
  SWAP_TWO_ROWS(
      hand -> {
        long one = hand.anyEvent();
        long other = hand.anyEventBut(one);
        hand.swap(one, other);
        return one;
      }),
  SWAP_TWO_TRANSACTIONS(
      hand -> {
        long one = hand.anyEvent();
        long other = hand.anyEventOfAnotherTransaction(one);
        hand.swapTransactions(one, other);
        return one;
      }),
  DELETE_THE_LAST_ROWS(
      hand -> {
        long id = hand.anyEvent();
        hand.run("delete from audit_event where id >= " + id);
        return id;
      }),
  TRUNCATE_THE_ROWS(
      hand -> {
        hand.run("truncate audit_event");
        return null;
      }),
  EDIT_A_BATCH(
      hand -> {
        long batch = hand.anyBatch();
        hand.run("alter table audit_batch drop constraint audit_batch_check");
        hand.run(
            "update audit_batch set "
                + hand.oneOf(Hand.BATCH_COLUMNS)
                + " where number = "
                + batch);
        return null;
      }),
  DELETE_A_BATCH(
      hand -> {
        hand.run("delete from audit_batch where number = " + hand.anyBatch());
        return null;
      }),
  EDIT_A_CHECKPOINT(
      hand -> {
        hand.run(
            "update audit_checkpoint set "
                + hand.oneOf(Hand.CHECKPOINT_COLUMNS)
                + " where number = "
                + hand.anyCheckpoint());
        return null;
      }),
  REBUILD_BATCHES_OVER_AN_EDIT(
      hand -> {
        long id = hand.anyEvent();
        long batch = hand.batchOf(id);
        hand.edit(id, hand.oneOf(Hand.HARMLESS));
        hand.forger().rebuild(batch);
        return null;
      }),
  REBUILD_BATCHES_OVER_A_GAP(
      hand -> {
        long id = hand.anyEvent();
        long batch = hand.batchOf(id);
        hand.run("delete from audit_event where id = " + id);
        hand.forger().rebuild(batch);
        return null;
      }),
  REBUILD_BATCHES_AND_SIGN_WITH_ANOTHER_KEY(
      hand -> {
        long id = hand.anyEvent();
        long batch = hand.batchOf(id);
        hand.edit(id, hand.oneOf(Hand.HARMLESS));
        hand.forger().rebuild(batch);
        hand.forger().sign(batch, SealingKey.make());
        return null;
      }),
  REBUILD_ALL_AND_SIGN_WITH_THE_STOLEN_KEY(
      hand -> {
        hand.edit(hand.anyEvent(), hand.oneOf(Hand.HARMLESS));
        hand.forger().rebuild(1);
        hand.forger().sign(1, hand.log().key);
        return null;
      }),
  DELETE_THE_CHECKPOINTS_TOO(
      hand -> {
        long batch = hand.batchOf(hand.anyEvent());
        hand.cutFrom(batch);
        return null;
      }),
  GO_BACK_TO_A_BACKUP(
      hand -> {
        long batch = hand.anyBatch();
        hand.run(
            "delete from session_note where id in (select entity_id from audit_event where entity ="
                + " 'session_note' and tx >= (select tx_from from audit_batch where number = "
                + batch
                + "))");
        hand.run(
            "delete from session where id in (select entity_id from audit_event where entity ="
                + " 'session' and tx >= (select tx_from from audit_batch where number = "
                + batch
                + "))");
        hand.run(
            "delete from audit_event where tx >= (select tx_from from audit_batch where number = "
                + batch
                + ")");
        hand.cutFrom(batch);
        return null;
      }),
  CHANGE_A_RECORD(hand -> hand.changeRecord()),
  DELETE_A_RECORD(
      hand -> {
        String note = hand.anyRecord("session_note");
        hand.run("delete from session_note where id = '" + note + "'");
        return hand.lastEventOf("session_note", note);
      }),
  INSERT_A_RECORD(
      hand -> {
        hand.run(
            "insert into person (id, clinic_id, sub, staff, name, language) select"
                + " gen_random_uuid(), clinic_id, 'mallory', true, 'Mallory', 'en' from clinic");
        return null;
      });

  /** Those after which a check names the row. */
  static final Set<Tampering> NAMED =
      Set.of(
          EDIT_A_ROW,
          DELETE_A_ROW,
          INSERT_A_ROW,
          INSERT_A_ROW_OF_TIMES_TO_COME,
          SWAP_TWO_ROWS,
          SWAP_TWO_TRANSACTIONS,
          DELETE_THE_LAST_ROWS,
          CHANGE_A_RECORD,
          DELETE_A_RECORD);

  private final Act act;

  Tampering(Act act) {
    this.act = act;
  }

  @FunctionalInterface
  private interface Act {
    @Nullable Long by(Hand hand) throws SQLException;
  }

  /** Does it, in one of its ways; the answer is the event that a check must name. */
  @Nullable Long by(Hand hand) throws SQLException {
    return act.by(hand);
  }

  /** Who does it: in a transaction that the test undoes, with every trigger asleep. */
  static final class Hand {
    static final List<String> COLUMNS =
        List.of(
            "era = era + 1",
            "tx = (tx::text::bigint + 1)::text::xid8",
            "tx = '18446744073709551615'",
            "id = id + 1000000",
            "at = at + interval '1 microsecond'",
            "clinic_id = gen_random_uuid()",
            "kind = case kind when 'act' then 'row' else 'act' end",
            "code = code || 'X'",
            "action = case action when 'R' then 'U' else 'R' end",
            "outcome = case outcome when 'done' then 'refused' else 'done' end",
            "actor_id = gen_random_uuid()",
            "actor = coalesce(actor, '') || 'x'",
            "role = coalesce(role, '') || 'X'",
            "session_hash = coalesce(session_hash, '') || 'x'",
            "address = coalesce(address, '') || '1'",
            "client_id = gen_random_uuid()",
            "entity = coalesce(entity, '') || 'x'",
            "entity_id = gen_random_uuid()",
            "part = part || 'x'",
            "entity_version = coalesce(entity_version, 0) + 1",
            "fields = array_append(fields, 'x')",
            "purpose = coalesce(purpose, '') || 'x'",
            "reason = coalesce(reason, '') || 'x'",
            "request_id = gen_random_uuid()",
            "salt = gen_random_bytes(16)",
            "content_hash = gen_random_bytes(32)");

    /** What no check of the records would meet. */
    static final List<String> HARMLESS =
        List.of(
            "at = at + interval '1 second'",
            "actor = coalesce(actor, '') || 'x'",
            "client_id = gen_random_uuid()",
            "reason = coalesce(reason, '') || 'x'");

    static final List<String> BATCH_COLUMNS =
        List.of(
            "number = number + 1000",
            "tx_to = (tx_to::text::bigint + 1)::text::xid8",
            "tx_to = '18446744073709551615'",
            "tx_from = (tx_from::text::bigint - 1)::text::xid8",
            "form = form + 1",
            "root = gen_random_bytes(32)",
            "previous = gen_random_bytes(32)",
            "hash = gen_random_bytes(32)",
            "leaves = gen_random_bytes(length(leaves))",
            "sealed_at = sealed_at + interval '1 microsecond'");

    static final List<String> CHECKPOINT_COLUMNS =
        List.of(
            "number = number + 1000",
            "batch = batch - 1",
            "events = events + 1",
            "hash = gen_random_bytes(32)",
            "signed_at = signed_at + interval '1 microsecond'",
            "key_id = 'abcdef0123456789'",
            "signature = gen_random_bytes(64)");

    private final SmallLog log;
    private final Connection superuser;
    private final Random choice;

    Hand(SmallLog log, Connection superuser, Random choice) throws SQLException {
      this.log = log;
      this.superuser = superuser;
      this.choice = choice;
      run("set local session_replication_role = replica");
    }

    SmallLog log() {
      return log;
    }

    void run(String sql) throws SQLException {
      SmallLog.run(superuser, sql);
    }

    Forger forger() throws SQLException {
      return new Forger(superuser);
    }

    <T> T oneOf(List<T> all) {
      return all.get(choice.nextInt(all.size()));
    }

    long anyEvent() throws SQLException {
      return any("select id from audit_event where tx < (select max(tx_to) from audit_batch)");
    }

    long anyEventBut(long id) throws SQLException {
      return any("select id from audit_event where id <> " + id);
    }

    long anyEventOfAnotherTransaction(long id) throws SQLException {
      return any(
          "select id from audit_event where tx <> (select tx from audit_event where id = "
              + id
              + ")");
    }

    long anyBatch() throws SQLException {
      return any("select number from audit_batch");
    }

    long anyCheckpoint() throws SQLException {
      return any("select number from audit_checkpoint");
    }

    String anyRecord(String table) throws SQLException {
      int all = Integer.parseInt(text("select count(*) from " + table));
      return text("select id from " + table + " order by id limit 1 offset " + choice.nextInt(all));
    }

    long newId() throws SQLException {
      return Long.parseLong(text("select max(id) + 1000 from audit_event"));
    }

    long batchOf(long id) throws SQLException {
      return Long.parseLong(
          text(
              "select number from audit_batch b join audit_event e on e.tx >= b.tx_from and e.tx <"
                  + " b.tx_to where e.id = "
                  + id));
    }

    long lastEventOf(String table, String record) throws SQLException {
      return Long.parseLong(
          text(
              "select max(id) from audit_event where kind = 'row' and entity = '%s' and entity_id = '%s'"
                  .formatted(table, record)));
    }

    void edit(long id, String assignment) throws SQLException {
      run("alter table audit_event alter column id drop identity if exists");
      run("update audit_event set " + assignment + " where id = " + id);
    }

    void copy(long id, long asId, String tx) throws SQLException {
      run("alter table audit_event alter column id drop identity if exists");
      run(
          "insert into audit_event select * from jsonb_populate_record(null::audit_event, (select"
              + " to_jsonb(e) || jsonb_build_object('id', %d, 'tx', %s) from audit_event e where"
                  .formatted(asId, tx)
              + " id = "
              + id
              + "))");
    }

    void swap(long one, long other) throws SQLException {
      run("alter table audit_event alter column id drop identity if exists");
      run("update audit_event set id = -1 where id = " + one);
      run("update audit_event set id = " + one + " where id = " + other);
      run("update audit_event set id = " + other + " where id = -1");
    }

    void swapTransactions(long one, long other) throws SQLException {
      run(
          "update audit_event e set tx = o.tx from (select id, tx from audit_event where id in (%d, %d)) o where e.id in (%d, %d) and e.id <> o.id"
              .formatted(one, other, one, other));
    }

    /** Takes the end of the chain away, batches and checkpoints; the rows stay. */
    void cutFrom(long batch) throws SQLException {
      run("delete from audit_checkpoint where batch >= " + batch);
      run("delete from audit_batch where number >= " + batch);
    }

    long changeRecord() throws SQLException {
      String table = oneOf(List.of("session_note", "session", "person", "client"));
      String id = anyRecord(table);
      String change =
          switch (table) {
            case "session_note" ->
                oneOf(
                    List.of(
                        "sections = '{\"text\": \"She asked twice.\"}'",
                        "saved_at = saved_at + interval '1 second'",
                        "author_id = (select id from person where sub = 'adam')"));
            case "session" -> "minutes = minutes + 1";
            default -> oneOf(List.of("name = name || 'x'", "language = 'de'"));
          };
      run("update " + table + " set " + change + " where id = '" + id + "'");
      return lastEventOf(table, id);
    }

    private long any(String ids) throws SQLException {
      int all = Integer.parseInt(text("select count(*) from (" + ids + ") ids"));
      return Long.parseLong(text(ids + " order by 1 limit 1 offset " + choice.nextInt(all)));
    }

    private String text(String sql) throws SQLException {
      return SmallLog.text(superuser, sql);
    }
  }
}
