package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the database itself forbids beside row-level security: to write the audit log otherwise than
 * by adding to it, to look past the policies through a view, or to borrow the owner's rights
 * through a function. What is looked for in the catalogue is seeded once, so that it is known to be
 * found.
 */
class DatabaseRightsIT {
  private static final String LOG_AND_PARTITIONS =
      "select c.relname from pg_class c where c.relname = 'audit_event' or c.oid in"
          + " (select inhrelid from pg_inherits where inhparent = 'audit_event'::regclass)";

  private static final String VIEWS_PAST_THE_POLICIES =
      "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where n.nspname = 'public' and (c.relkind = 'm' or c.relkind = 'v'"
          + " and not coalesce(c.reloptions::text, '') ~ 'security_invoker=(true|on|1)')";

  private static final String DEFINERS =
      "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
          + " where n.nspname = 'public' and p.prosecdef";

  private static final String WITHOUT_A_FIXED_PATH =
      DEFINERS
          + " and not coalesce(p.proconfig, '{}') @> '{\"search_path=pg_catalog, public, pg_temp\"}'";

  private static final String OPEN_TO_EVERYBODY =
      DEFINERS
          + " and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a"
          + " where a.grantee = 0 and a.privilege_type = 'EXECUTE')";

  @TempDir static Path folder;
  private static PracticeDatabase practice;

  @BeforeAll
  static void fill() throws SQLException {
    practice =
        PracticeDatabase.fill(
            folder,
            Map.of(
                "admin", "s1",
                "therapist", "s2",
                "colleague", "s3",
                "supervisor", "s4",
                "client", "s5"));
  }

  @AfterAll
  static void stop() {
    practice.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    practice.owner().setAutoCommit(false);
    practice.application().setAutoCommit(false);
  }

  @AfterEach
  void undo() throws SQLException {
    practice.owner().rollback();
    practice.application().rollback();
  }

  @Test
  void the_application_adds_to_the_log_only_what_is_its_to_say() throws SQLException {
    assertThat(
            texts(
                practice.application(),
                "select attname from pg_attribute where attrelid = 'audit_event'::regclass"
                    + " and attnum > 0 and has_column_privilege(attrelid, attnum, 'insert')"))
        .containsExactlyInAnyOrder(
            "kind",
            "code",
            "action",
            "outcome",
            "client_id",
            "entity",
            "entity_id",
            "entity_version",
            "fields");
    asTherapist();
    for (String column :
        List.of("id", "era", "tx", "at", "clinic_id", "actor_id", "actor", "role", "request_id")) {
      refused(
          "insert into audit_event (kind, code, action, %1$s) overriding system value"
                  .formatted(column)
              + " select 'act', 'FORGED', 'R', %s from audit_event limit 1".formatted(column),
          "permission denied");
    }
    run("insert into audit_event (kind, code, action) values ('act', 'HONEST', 'R')");
    refused(
        "insert into audit_event (kind, code, action) values ('row', 'FORGED', 'R')",
        "row-level security");
  }

  @Test
  void the_application_changes_nothing_in_the_log_nor_in_a_part_of_it() throws SQLException {
    asTherapist();
    List<String> all = texts(practice.owner(), LOG_AND_PARTITIONS);
    assertThat(all).contains("audit_event", "audit_event_0", "audit_event_rest");
    for (String log : all) {
      refused("update " + log + " set code = 'FORGED'", "permission denied");
      refused("delete from " + log, "permission denied");
      refused("truncate " + log, "permission denied");
      if (!log.equals("audit_event")) {
        refused("select count(*) from " + log, "permission denied");
        refused(
            "insert into " + log + " (kind, code, action) values ('act', 'FORGED', 'R')",
            "permission denied");
      }
    }
  }

  @Test
  void the_application_and_the_sealer_own_nothing_and_make_nothing() throws SQLException {
    assertThat(
            texts(
                practice.owner(),
                "select r.rolname from pg_roles r where r.rolname in ('trellis_app',"
                    + " 'trellis_sealer') and (has_schema_privilege(r.oid, 'public', 'create')"
                    + " or has_database_privilege(r.oid, current_database(), 'create')"
                    + " or has_database_privilege(r.oid, current_database(), 'temporary')"
                    + " or r.rolsuper or r.rolbypassrls or r.rolcreaterole"
                    + " or exists (select from pg_class c where c.relowner = r.oid)"
                    + " or exists (select from pg_auth_members m where m.member = r.oid))"))
        .isEmpty();
  }

  @Test
  void every_view_asks_with_the_rights_of_who_looks() throws SQLException {
    Connection owner = practice.owner();
    assertThat(texts(owner, VIEWS_PAST_THE_POLICIES)).isEmpty();
    asOwner("create view breach as select * from client");
    asOwner("create view sound with (security_invoker = true) as select * from client");
    assertThat(texts(owner, VIEWS_PAST_THE_POLICIES)).containsExactly("breach");
  }

  @Test
  void every_function_with_the_owners_rights_has_a_fixed_path() throws SQLException {
    Connection owner = practice.owner();
    assertThat(texts(owner, DEFINERS)).contains("begin_context", "open_client");
    assertThat(texts(owner, WITHOUT_A_FIXED_PATH)).isEmpty();
    asOwner("create function breach() returns int language sql security definer return 1");
    assertThat(texts(owner, WITHOUT_A_FIXED_PATH)).containsExactly("breach");
  }

  @Test
  void no_function_with_the_owners_rights_is_open_to_everybody() throws SQLException {
    Connection owner = practice.owner();
    assertThat(texts(owner, OPEN_TO_EVERYBODY)).isEmpty();
    asOwner("create function breach() returns int language sql security definer return 1");
    assertThat(texts(owner, OPEN_TO_EVERYBODY)).containsExactly("breach");
  }

  private static void asTherapist() throws SQLException {
    run(
        "select person_id from begin_context('s2', 'THERAPIST', 'session', '127.0.0.1',"
            + " gen_random_uuid())");
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = practice.application().createStatement()) {
      statement.execute(sql);
    }
  }

  private static void refused(String sql, String why) throws SQLException {
    run("savepoint tried");
    assertThatThrownBy(() -> run(sql)).as(sql).hasMessageContaining(why);
    run("rollback to savepoint tried");
  }

  private static void asOwner(String sql) throws SQLException {
    try (Statement statement = practice.owner().createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
