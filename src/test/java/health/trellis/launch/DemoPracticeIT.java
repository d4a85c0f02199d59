package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.inventory.Answers;
import health.trellis.inventory.Inventory;
import health.trellis.inventory.InventoryCatalog;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.ItemCode;
import health.trellis.inventory.Score;
import health.trellis.inventory.Scoring;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented practice in a real database. */
class DemoPracticeIT {
  private static final Map<String, String> SUBS =
      Map.of(
          "admin", "s1", "therapist", "s2", "colleague", "s3", "supervisor", "s4", "client", "s5");

  @TempDir static Path folder;
  private static PracticeDatabase practice;
  private static Connection owner;
  private static Connection application;

  @BeforeAll
  static void fill() throws SQLException {
    practice = PracticeDatabase.fill(folder, SUBS);
    owner = practice.owner();
    application = practice.application();
  }

  @AfterAll
  static void stop() {
    practice.close();
  }

  @Test
  void it_is_there_with_something_in_every_state() throws SQLException {
    assertThat(count("client")).isEqualTo(40);
    assertThat(count("caseload")).isEqualTo(40);
    assertThat(count("person where staff")).isEqualTo(4);
    assertThat(count("supervision")).isEqualTo(1);
    assertThat(count("inventory_use")).isEqualTo(2);
    assertThat(count("assignment where submitted_at is not null")).isGreaterThan(200);
    assertThat(count("assignment where submitted_at is not null and reviewed_at is null"))
        .isGreaterThan(5);
    assertThat(count("assignment where released_at is not null")).isBetween(3L, 8L);
    assertThat(count("assignment where withdrawn_at is not null")).isGreaterThan(2);
    assertThat(count("caseload_line where due_on < current_date")).isGreaterThan(3);
    assertThat(count("caseload_line where due_on between current_date and current_date + 14"))
        .isGreaterThan(5);
    assertThat(count("score where prorated and headline")).isGreaterThan(5);
    assertThat(count("score where headline and not scorable")).isBetween(2L, 10L);
    assertThat(count("experiment where done_at is not null")).isGreaterThan(5);
    assertThat(count("experiment where done_at is null")).isGreaterThan(5);
    assertThat(count("evidence where source = 'EXPERIMENT'")).isGreaterThan(5);
    assertThat(count("formulation where number = 2")).isEqualTo(2);
    assertThat(count("formulation_entry where belief_id is not null")).isGreaterThan(8);
    assertThat(
            count(
                "formulation f where entries <> (select count(*) from formulation_entry e"
                    + " where e.formulation_id = f.id)"))
        .isZero();
    assertThat(count("answer where declined")).isGreaterThan(20);
    assertThat(count("audit_event where actor is distinct from 'system:demo'")).isZero();
  }

  @Test
  void the_client_of_the_portal_has_one_open_and_one_released() throws SQLException {
    String own =
        "assignment a join client c on c.id = a.client_id join person p on p.id = c.person_id";
    assertThat(count("client where person_id is not null")).isEqualTo(1);
    assertThat(count(own + " where p.sub = 's5' and a.submitted_at is null")).isEqualTo(1);
    assertThat(count(own + " where p.sub = 's5' and a.released_at is not null")).isEqualTo(1);
    assertThat(count(own + " where p.sub = 's5' and a.submitted_at is not null")).isEqualTo(6);
    assertThat(count("belief where shared_at is not null")).isEqualTo(1);
    assertThat(count("conviction where rated_as = 'CLIENT'")).isEqualTo(2);
  }

  @Test
  void every_stored_score_is_what_its_answers_come_to() throws SQLException {
    Map<String, Map<ItemCode, Integer>> answers = new HashMap<>();
    for (List<String> row :
        rows("select assignment_id, item, value from answer where value is not null")) {
      answers
          .computeIfAbsent(row.get(0), id -> new HashMap<>())
          .put(new ItemCode(row.get(1)), Integer.valueOf(row.get(2)));
    }
    Map<String, Map<String, String>> stored = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            "select assignment_id, scale, raw, mean::numeric(5, 2), prorated, answered from score")) {
      stored
          .computeIfAbsent(row.get(0), id -> new HashMap<>())
          .put(row.get(1), String.join(" ", row.subList(2, 6)));
    }
    InventoryCatalog catalog = InventoryCatalog.load();
    List<List<String>> sent =
        rows(
            "select id, inventory_code, inventory_version, language from assignment where submitted_at is not null");
    for (List<String> row : sent) {
      Inventory inventory =
          catalog.get(new InventoryCode(row.get(1)), Integer.parseInt(row.get(2)), row.get(3));
      Map<String, String> again = new HashMap<>();
      for (Score s :
          Scoring.score(inventory, new Answers(answers.getOrDefault(row.get(0), Map.of()))).all()) {
        String words =
            s.raw() + " " + s.mean() + " " + (s.prorated() ? "t" : "f") + " " + s.answered();
        again.put(s.scale().value(), words);
      }
      assertThat(stored.remove(row.get(0))).isEqualTo(again);
    }
    assertThat(stored).isEmpty();
  }

  @Test
  void the_instruments_are_remembered_by_their_fingerprint() throws SQLException {
    InventoryCatalog catalog = InventoryCatalog.load();
    for (List<String> row :
        rows("select code, inventory_version, language, fingerprint from inventory_use")) {
      Inventory used =
          catalog.get(new InventoryCode(row.get(0)), Integer.parseInt(row.get(1)), row.get(2));
      assertThat(row.get(3)).isEqualTo(used.fingerprint());
    }
  }

  @Test
  void the_caseload_says_what_its_sources_say() throws SQLException {
    assertThat(count("caseload_line")).isEqualTo(count("caseload where until is null"));
    List<List<String>> lines =
        rows(
            "select therapist_id, client_id, name, last_mean, nullif(last_at, '0001-01-01T00:00:00Z'),"
                + " nullif(due_on, '9999-12-31'), review_since, cardinality(recent_means)"
                + " from caseload_line order by 1, 2");
    List<List<String>> sources =
        rows(
            "select l.therapist_id, c.id, c.name, (select s.mean from score s join assignment a"
                + "   on a.id = s.assignment_id where s.headline and a.client_id = c.id"
                + "   order by a.submitted_at desc limit 1),"
                + " (select max(submitted_at) from assignment where client_id = c.id),"
                + " (select min(due_on) from assignment where client_id = c.id"
                + "   and submitted_at is null and withdrawn_at is null),"
                + " (select min(submitted_at) from assignment where client_id = c.id"
                + "   and reviewed_at is null),"
                + " (select least(12, count(raw)) from score where headline and client_id = c.id)"
                + " from caseload l join client c on c.id = l.client_id order by 1, 2");
    assertThat(lines).isEqualTo(sources);
  }

  @Test
  void filling_again_changes_nothing() throws SQLException {
    long before = count("audit_event");
    DemoPractice.fill(owner, SUBS);
    assertThat(count("audit_event")).isEqualTo(before);
    assertThat(owner.getAutoCommit()).isTrue();
  }

  @Test
  void a_database_with_a_real_clinic_is_refused_and_left_alone() throws SQLException {
    long before = count("audit_event");
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      statement.execute("select begin_job('test', null, gen_random_uuid())");
      statement.execute(
          "insert into clinic (clinic_id, name, time_zone, language, region)"
              + " values (gen_random_uuid(), 'Real', 'Europe/London', 'en', 'GB')");
      assertThatThrownBy(() -> DemoPractice.fill(owner, SUBS))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("real clinic");
    } finally {
      owner.rollback();
      owner.setAutoCommit(true);
    }
    assertThat(count("audit_event")).isEqualTo(before);
  }

  @Test
  void the_application_sees_nothing_of_it_without_a_context() throws SQLException {
    List<List<String>> tables =
        rows(
            "select oid::regclass from pg_class where relkind in ('r', 'p')"
                + " and relnamespace = 'public'::regnamespace"
                + " and has_table_privilege('trellis_app', oid, 'select')");
    assertThat(tables).hasSizeGreaterThan(8);
    try (Statement statement = application.createStatement()) {
      for (List<String> table : tables) {
        try (ResultSet seen = statement.executeQuery("select from " + table.get(0))) {
          assertThat(seen.next()).as(table.get(0)).isFalse();
        }
      }
    }
  }

  private static long count(String from) throws SQLException {
    return Long.parseLong(rows("select count(*) from " + from).get(0).get(0));
  }

  private static List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
