package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Row-level security alone, without any service before it: what the application's database role can
 * see and change for each kind of caller.
 */
class RowLevelSecurityIT {
  private static final Map<String, String> SUBS =
      Map.of(
          "admin", "s1", "therapist", "s2", "colleague", "s3", "supervisor", "s4", "client", "s5");

  private static final List<String> CLINICAL = List.of("assignment", "answer", "score");

  @TempDir static Path folder;
  private static PracticeDatabase practice;
  private static Connection application;

  @BeforeAll
  static void fill() throws SQLException {
    practice = PracticeDatabase.fill(folder, SUBS);
    application = practice.application();
  }

  @AfterAll
  static void stop() {
    practice.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    application.setAutoCommit(false);
  }

  @AfterEach
  void undo() throws SQLException {
    application.rollback();
  }

  @Test
  void every_table_forces_row_level_security_and_shows_nothing_without_a_context()
      throws SQLException {
    List<String> tables =
        practice.texts(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                + " and c.relname <> 'flyway_schema_history' order by 1");
    assertThat(tables).contains("client", "assignment", "answer", "score", "audit_event");
    assertThat(
            practice.texts(
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                    + " and c.relname <> 'flyway_schema_history'"
                    + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
        .isEmpty();
    for (String table : tables) {
      if (allowed("select", table)) {
        assertThat(count(table)).as(table).isZero();
      }
      assertThat(allowed("delete", table)).as("delete from " + table).isFalse();
      assertThat(allowed("truncate", table)).as("truncate " + table).isFalse();
    }
    assertThat(allowed("select", "flyway_schema_history")).isFalse();
  }

  /** The seals are over the events of all clinics; the application reads none of them. */
  @Test
  void every_table_but_the_seals_carries_the_clinic() throws SQLException {
    assertThat(
            practice.texts(
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                    + " and c.relname <> 'flyway_schema_history' and not exists (select from"
                    + " pg_attribute a where a.attrelid = c.oid and a.attname = 'clinic_id')"))
        .containsExactlyInAnyOrder("audit_era", "audit_batch", "audit_checkpoint");
    for (String seal : List.of("audit_era", "audit_batch", "audit_checkpoint")) {
      assertThat(allowed("select", seal)).as("select from " + seal).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "therapist, THERAPIST, TREATING",
    "supervisor, THERAPIST, SUPERVISING",
    "admin, ADMINISTRATOR, ADMINISTRATIVE",
    "colleague, THERAPIST,"
  })
  void a_client_opens_to_those_alone_whose_client_it_is(String who, String role, String scope)
      throws SQLException {
    String lea = clientOf("s5");
    context(who, role);
    for (String table : CLINICAL) {
      assertThat(count(table)).as(table + " before anything was opened").isZero();
    }
    assertThat(practice.texts("select scope from open_client('" + lea + "', 'test')"))
        .isEqualTo(scope == null ? List.of() : List.of(scope));
    boolean clinical = "TREATING".equals(scope) || "SUPERVISING".equals(scope);
    for (String table : CLINICAL) {
      assertThat(count(table + " where client_id = '" + lea + "'") > 0)
          .as(table)
          .isEqualTo(clinical);
      assertThat(count(table + " where client_id <> '" + lea + "'")).as(table).isZero();
    }
  }

  @Test
  void a_client_sees_the_own_record_and_scores_only_once_released() throws SQLException {
    String lea = clientOf("s5");
    context("client", "CLIENT");
    assertThat(practice.texts("select id from client")).containsExactly(lea);
    assertThat(count("assignment where client_id = '" + lea + "'")).isEqualTo(7);
    assertThat(count("assignment where client_id <> '" + lea + "'")).isZero();
    assertThat(practice.texts("select distinct assignment_id from score"))
        .isEqualTo(practice.texts("select id from assignment where released_at is not null"));
    assertThat(count("caseload_line")).isZero();
    assertThat(practice.texts("select scope from open_client('" + somebodyElse() + "', 'test')"))
        .isEmpty();
  }

  @Test
  void nobody_acts_in_a_role_that_is_not_held() throws SQLException {
    assertThat(context("client", "THERAPIST")).isFalse();
    assertThat(context("therapist", "ADMINISTRATOR")).isFalse();
    assertThat(context("admin", "CLIENT")).isFalse();
    assertThat(count("person")).isZero();
  }

  @Test
  void a_client_can_neither_share_nor_withdraw_nor_change_what_was_sent() throws SQLException {
    context("client", "CLIENT");
    String sent =
        practice
            .texts(
                "select id from assignment where submitted_at is not null and released_at is null")
            .get(0);
    for (String change :
        List.of(
            "update assignment set released_at = now() where id = '" + sent + "'",
            "update assignment set submitted_at = null where id = '" + sent + "'",
            "update answer set value = 0 where assignment_id = '" + sent + "'")) {
      practice.refuses(change);
    }
  }

  @Test
  void an_answer_cannot_be_moved_to_another_assignment_or_item() throws SQLException {
    context("client", "CLIENT");
    String open =
        practice
            .texts("select id from assignment where submitted_at is null and withdrawn_at is null")
            .get(0);
    String sent = practice.texts("select id from assignment where submitted_at is not null").get(0);
    String item =
        practice
            .texts("select item from answer where assignment_id = '" + sent + "' order by item")
            .get(0);
    practice.refuses(
        "update answer set assignment_id = '"
            + open
            + "' where assignment_id = '"
            + sent
            + "' and item = '"
            + item
            + "'");
    try (Statement statement = application.createStatement()) {
      statement.executeUpdate(
          "insert into answer (clinic_id, client_id, assignment_id, item, value, answered_at, keys)"
              + " select clinic_id, client_id, id, 'help1', 1, now(), array[gen_random_uuid()]"
              + " from assignment where id = '"
              + open
              + "'");
    }
    practice.refuses("update answer set item = 'help2' where assignment_id = '" + open + "'");
    practice.refuses(
        "update answer set assignment_id = '" + sent + "' where assignment_id = '" + open + "'");
  }

  @Test
  void what_was_withdrawn_takes_no_answer() throws SQLException {
    Connection owner = practice.owner();
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      statement.execute("select begin_job('test', null, gen_random_uuid())");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "insert into answer (clinic_id, client_id, assignment_id, item, answered_at,"
                          + " keys) select clinic_id, client_id, id, 'extra', now(), '{}'"
                          + " from assignment where withdrawn_at is not null limit 1"))
          .isInstanceOf(SQLException.class);
    } finally {
      owner.rollback();
      owner.setAutoCommit(true);
    }
  }

  @Test
  void what_was_sent_is_locked_for_the_owner_too() throws SQLException {
    Connection owner = practice.owner();
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      statement.execute("select begin_job('test', null, gen_random_uuid())");
      for (String change :
          List.of(
              "update answer set value = 0 where assignment_id in"
                  + " (select id from assignment where submitted_at is not null)",
              "update score set raw = 0",
              "delete from score",
              "update audit_event set actor = 'nobody'",
              "delete from audit_event",
              "truncate audit_event")) {
        statement.execute("savepoint tried");
        assertThatThrownBy(() -> statement.execute(change))
            .as(change)
            .isInstanceOf(SQLException.class);
        statement.execute("rollback to savepoint tried");
      }
    } finally {
      owner.rollback();
      owner.setAutoCommit(true);
    }
  }

  @Test
  void no_row_changes_without_a_context() throws SQLException {
    Connection owner = practice.owner();
    assertThatThrownBy(
            () -> {
              try (Statement statement = owner.createStatement()) {
                statement.execute("update client set phone = '1'");
              }
            })
        .hasMessageContaining("without a context");
  }

  @Test
  void an_act_and_the_rows_under_it_share_request_and_transaction() throws SQLException {
    String lea = clientOf("s5");
    context("therapist", "THERAPIST");
    practice.texts("select scope from open_client('" + lea + "', 'test')");
    try (Statement statement = application.createStatement()) {
      statement.executeUpdate(
          "update assignment set due_on = due_on + 1 where submitted_at is null");
      statement.executeUpdate(
          "insert into audit_event (kind, code, action, client_id)"
              + " values ('act', 'TEST', 'U', '"
              + lea
              + "')");
    }
    assertThat(
            practice.texts(
                "select kind || ' ' || code from audit_event where request_id = app_request()"
                    + " and tx = pg_current_xact_id() order by id"))
        .containsExactly("act CLIENT_OPENED", "row ROW_UPDATE", "act TEST");
    assertThat(
            practice.texts(
                "select array_to_string(fields, ',') from audit_event"
                    + " where request_id = app_request() and kind = 'row'"))
        .containsExactly("due_on");
    practice.refuses(
        "insert into audit_event (kind, code, action, actor_id)"
            + " values ('act', 'TEST', 'U', gen_random_uuid())");
  }

  private static boolean context(String who, String role) throws SQLException {
    return !practice
        .texts(
            "select person_id from begin_context('"
                + SUBS.get(who)
                + "', '"
                + role
                + "', 'session', '127.0.0.1', gen_random_uuid())")
        .isEmpty();
  }

  private static String clientOf(String sub) throws SQLException {
    return asOwner(
        "select c.id from client c join person p on p.id = c.person_id where p.sub = '"
            + sub
            + "'");
  }

  private static String somebodyElse() throws SQLException {
    return asOwner("select id from client where person_id is null limit 1");
  }

  private static String asOwner(String query) throws SQLException {
    try (Statement statement = practice.owner().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static boolean allowed(String privilege, String table) throws SQLException {
    try (PreparedStatement statement =
        application.prepareStatement("select has_table_privilege(?, ?)")) {
      statement.setString(1, table);
      statement.setString(2, privilege);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  private static int count(String from) throws SQLException {
    return Integer.parseInt(practice.texts("select count(*) from " + from).get(0));
  }
}
