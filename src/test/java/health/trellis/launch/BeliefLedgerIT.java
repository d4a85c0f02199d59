package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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

/** What the database itself guards of the belief ledger, whoever asks. */
class BeliefLedgerIT {
  private static final Map<String, String> SUBS =
      Map.of(
          "admin", "s1", "therapist", "s2", "colleague", "s3", "supervisor", "s4", "client", "s5");
  private static final String NAME =
      """
      insert into belief (id, clinic_id, client_id, words, theme, about, named_by, named_at, revised_at, request_key)
      values (gen_random_uuid(), app_clinic(), app_client(), 'I must not ask', 'HELP_IS_WEAKNESS', 'SELF',
        %s, now(), now(), gen_random_uuid())
      """;
  private static final String RATE =
      """
      insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as, rated_at, conviction, request_key)
      select gen_random_uuid(), app_clinic(), app_client(), id, %s, '%s', now(), %d, gen_random_uuid()
      from belief where words = 'I must not ask' limit 1
      """;

  @TempDir static Path folder;
  private static PracticeDatabase practice;

  @BeforeAll
  static void fill() throws SQLException {
    practice = PracticeDatabase.fill(folder, SUBS);
  }

  @AfterAll
  static void stop() {
    practice.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    practice.application().setAutoCommit(false);
    practice.owner().setAutoCommit(false);
  }

  @AfterEach
  void undo() throws SQLException {
    practice.application().rollback();
    practice.owner().rollback();
  }

  @Test
  void a_belief_stays_with_its_client_and_is_named_by_who_is_signed_in() throws SQLException {
    practice.openLea("therapist", SUBS);
    practice.refuses(NAME.formatted("gen_random_uuid()"));
    change(NAME.formatted("app_person()"));
    practice.refuses("update belief set named_at = now() - interval '1 day'");
    practice.refuses("delete from belief");
    practice.refuses("truncate belief cascade");
    change("update belief set words = 'I may ask', version = version + 1");
  }

  @Test
  void a_rating_is_of_0_to_100_by_who_is_signed_in_and_never_changes() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()"));
    practice.refuses(RATE.formatted("app_person()", "THERAPIST", 101));
    practice.refuses(RATE.formatted("app_person()", "CLIENT", 50));
    practice.refuses(RATE.formatted("gen_random_uuid()", "THERAPIST", 50));
    change(RATE.formatted("app_person()", "THERAPIST", 50));
    practice.refuses("update conviction set conviction = 0");
    practice.refuses("delete from conviction");
    practice.application().commit();
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      assertThatThrownBy(() -> owner.execute("update conviction set conviction = 0"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void the_supervisor_reads_and_nobody_else_sees_any_of_it() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()"));
    change(RATE.formatted("app_person()", "THERAPIST", 50));
    practice.application().commit();
    practice.openLea("supervisor", SUBS);
    assertThat(practice.texts("select words from belief")).contains("I must not ask");
    practice.refuses(NAME.formatted("app_person()"));
    practice.application().rollback();
    for (String who : List.of("colleague", "admin", "client")) {
      practice.openLea(who, SUBS);
      for (String table : List.of("belief", "conviction")) {
        assertThat(practice.texts("select id from " + table)).as(who + " " + table).isEmpty();
      }
      practice.application().rollback();
    }
  }

  private static void change(String sql) throws SQLException {
    try (Statement statement = practice.application().createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }
}
