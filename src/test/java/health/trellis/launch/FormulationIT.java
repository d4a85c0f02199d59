package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of formulations, whoever asks. */
class FormulationIT extends PracticeTest {
  private static final String WRITE =
      """
      insert into formulation (id, clinic_id, client_id, number, entries, written_by, written_at, request_key)
      values (gen_random_uuid(), app_clinic(), app_client(), %s, %d, %s, now(), gen_random_uuid())
      """;
  private static final String NEXT = "latest_formulation(app_client()) + 1";
  private static final String TELL =
      """
      insert into formulation_entry (id, clinic_id, client_id, formulation_id, line, part, place, words, age, belief_id)
      select gen_random_uuid(), app_clinic(), app_client(), id, gen_random_uuid(), '%s', %d, 'A loss', %s, %s
      from formulation order by number desc limit 1
      """;
  private static final String WHOLE = "set constraints all immediate";

  @Test
  void versions_follow_each_other_and_are_written_by_who_is_signed_in() throws SQLException {
    openAs("therapist");
    practice.refuses(WRITE.formatted(NEXT, 1, "gen_random_uuid()"));
    practice.refuses(WRITE.formatted("latest_formulation(app_client())", 1, "app_person()"));
    practice.refuses(WRITE.formatted(NEXT + " + 1", 1, "app_person()"));
    practice.refuses(WRITE.formatted(NEXT, 0, "app_person()"));
    change(WRITE.formatted(NEXT, 1, "app_person()"));
    change(TELL.formatted("PREDISPOSING", 1, "7", "null"));
    assertThat(texts("select max(number) from formulation")).containsExactly("3");
  }

  @Test
  void a_version_is_written_whole_and_then_takes_nothing_more() throws SQLException {
    openAs("therapist");
    change(WRITE.formatted(NEXT, 2, "app_person()"));
    change(TELL.formatted("PREDISPOSING", 1, "7", "null"));
    practice.refuses(WHOLE);
    practice.refuses(TELL.formatted("PREDISPOSING", 1, "7", "null")); // the place is taken
    change(TELL.formatted("PREDISPOSING", 2, "7", "null"));
    practice.refuses(TELL.formatted("PREDISPOSING", 3, "7", "null"));
    try (Statement application = practice.application().createStatement()) {
      application.execute(WHOLE);
    }
  }

  @Test
  void an_entry_is_in_one_of_five_parts_at_an_age_where_it_happened() throws SQLException {
    openAs("therapist");
    change(WRITE.formatted(NEXT, 40, "app_person()"));
    practice.refuses(TELL.formatted("PECULIAR", 1, "null", "null"));
    practice.refuses(TELL.formatted("PREDISPOSING", 1, "121", "null"));
    practice.refuses(TELL.formatted("PROTECTIVE", 1, "7", "null"));
    practice.refuses(TELL.formatted("PROTECTIVE", 9, "null", "null"));
    practice.refuses(TELL.formatted("PROTECTIVE", 1, "null", "null").replace("A loss", ""));
    practice.refuses(
        TELL.formatted("PROTECTIVE", 1, "null", "null").replace("A loss", "x".repeat(501)));
    practice.refuses(TELL.formatted("PROTECTIVE", 1, "null", beliefOfSomebodyElse()));
    change(TELL.formatted("PROTECTIVE", 1, "null", "(select id from belief limit 1)"));
  }

  @Test
  void what_was_written_never_changes_whoever_asks() throws SQLException {
    openAs("therapist");
    assertThat(texts("select id from formulation")).hasSize(2);
    for (String table : List.of("formulation", "formulation_entry")) {
      practice.refuses("update " + table + " set client_id = client_id");
      practice.refuses("delete from " + table);
      practice.refuses("truncate " + table + " cascade");
    }
    practice.refuses(TELL.formatted("PRESENTING", 8, "null", "null"));
    practice.application().commit();
    refusesTheOwner("update formulation set remark = 'otherwise'");
    refusesTheOwner("update formulation_entry set words = 'otherwise'");
    refusesTheOwner("delete from formulation_entry");
    refusesTheOwner("delete from formulation");
    refusesTheOwner("truncate formulation cascade");
    refusesTheOwner("truncate formulation_entry");
    refusesTheOwner(
        "insert into formulation_entry (id, clinic_id, client_id, formulation_id, line, part, place, words)"
            + " select gen_random_uuid(), clinic_id, client_id, id, gen_random_uuid(), 'PRESENTING', 8, 'late'"
            + " from formulation limit 1");
  }

  @Test
  void the_supervisor_reads_and_nobody_else_sees_any_of_it() throws SQLException {
    openAs("supervisor");
    assertThat(texts("select id from formulation")).hasSize(2);
    assertThat(texts("select words from formulation_entry")).isNotEmpty();
    practice.refuses(WRITE.formatted(NEXT, 1, "app_person()"));
    practice.refuses(TELL.formatted("PRESENTING", 8, "null", "null"));
    practice.application().rollback();
    for (String who : List.of("colleague", "admin", "client")) {
      openAs(who);
      for (String table : List.of("formulation", "formulation_entry")) {
        assertThat(texts("select id from " + table)).as(who + " " + table).isEmpty();
      }
      practice.refuses(WRITE.formatted("1", 1, "app_person()"));
      practice.application().rollback();
    }
  }

  @Test
  void a_closed_case_takes_no_version() throws SQLException {
    asOwner("update client set closed_at = now() where person_id is not null");
    try {
      openAs("therapist");
      practice.refuses(WRITE.formatted(NEXT, 1, "app_person()"));
      assertThat(texts("select id from formulation")).hasSize(2);
    } finally {
      practice.application().rollback();
      asOwner("update client set closed_at = null where person_id is not null");
    }
  }

  private static String beliefOfSomebodyElse() throws SQLException {
    try (Statement owner = practice.owner().createStatement();
        ResultSet rows =
            owner.executeQuery(
                "select b.id from belief b join client c on c.id = b.client_id"
                    + " where c.person_id is null limit 1")) {
      rows.next();
      return "'" + rows.getString(1) + "'";
    }
  }

  private static void refusesTheOwner(String sql) throws SQLException {
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      assertThatThrownBy(() -> owner.execute(sql)).as(sql).isInstanceOf(SQLException.class);
    } finally {
      practice.owner().rollback();
    }
  }
}
