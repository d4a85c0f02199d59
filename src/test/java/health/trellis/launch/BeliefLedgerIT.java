package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of the belief ledger, whoever asks. */
class BeliefLedgerIT extends PracticeTest {
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

  private static final String PLAN =
      """
      insert into experiment (id, clinic_id, client_id, belief_id, prediction, probability, plan, planned_for,
        planned_by, planned_at, request_key)
      select gen_random_uuid(), app_clinic(), app_client(), id, 'They laugh', %d, 'Ask', current_date + 3,
        app_person(), now(), gen_random_uuid() from belief where words = 'I must not ask' limit 1
      """;
  private static final String RATE_THE_TEST =
      """
      insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as, rated_at, conviction,
        request_key, experiment_id, moment)
      select gen_random_uuid(), clinic_id, client_id, belief_id, app_person(), 'THERAPIST', now(), 50,
        gen_random_uuid(), id, '%s' from experiment where prediction = 'They laugh' limit 1
      """;
  private static final String CONCLUDE =
      """
      update experiment set happened_on = current_date, outcome = 'Nobody did', learned = 'I may ask',
        done_at = now(), done_by = app_person() where prediction = 'They laugh'
      """;
  private static final String TELL =
      """
      insert into evidence (id, clinic_id, client_id, belief_id, side, words, happened_on, source, note_id,
        assignment_id, item, added_by, added_at, request_key)
      select gen_random_uuid(), app_clinic(), app_client(), id, 'AGAINST', 'A friend came', current_date + %d, %s,
        app_person(), now(), gen_random_uuid() from belief where words = 'I must not ask' limit 1
      """;
  private static final String RATE_AS_CLIENT =
      """
      insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as, rated_at, conviction, request_key)
      select gen_random_uuid(), app_clinic(), app_client(), '%3$s', %1$s, '%2$s', now(), 55, gen_random_uuid()
      """;
  private static final String TOLD = "'SESSION', null, null, null";

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
  void feelings_have_a_name_and_a_strength_each() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()"));
    String feel = "update belief set emotions = '%s', emotion_strengths = '%s'";
    practice.refuses(feel.formatted("{shame}", "{101}"));
    practice.refuses(feel.formatted("{shame}", "{-1}"));
    practice.refuses(feel.formatted("{shame,fear}", "{50}"));
    practice.refuses(feel.formatted("{\"\"}", "{50}"));
    practice.refuses(feel.formatted("{a,b,c,d,e,f,g}", "{1,2,3,4,5,6,7}"));
    change(feel.formatted("{shame,fear}", "{0,100}"));
  }

  @Test
  void what_was_predicted_and_what_came_of_it_never_change() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()"));
    practice.refuses(PLAN.formatted(101));
    change(PLAN.formatted(100));
    change(RATE_THE_TEST.formatted("BEFORE"));
    practice.refuses(RATE_THE_TEST.formatted("BEFORE"));
    practice.refuses("update experiment set probability = 10");
    practice.refuses(CONCLUDE); // not rated after it yet
    change(RATE_THE_TEST.formatted("AFTER"));
    practice.refuses(CONCLUDE.replace("current_date,", "current_date + 5,"));
    practice.refuses(
        CONCLUDE.replace("done_by = app_person()", "done_by = planned_by, learned = ''"));
    change(CONCLUDE);
    practice.refuses("update experiment set outcome = 'They did' where done_at is not null");
    practice.refuses("update experiment set done_at = null where done_at is not null");
    practice.refuses("delete from experiment");
    practice.application().commit();
    refusesTheOwner("update experiment set learned = 'nothing' where done_at is not null");
    refusesTheOwner("delete from experiment");
    refusesTheOwner("truncate experiment cascade");
  }

  @Test
  void what_was_given_up_is_neither_taken_up_nor_rated_again() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()"));
    change(PLAN.formatted(0).replace("They laugh", "They go"));
    String giveUp =
        "update experiment set given_up_at = %s, given_up_by = app_person(), given_up_reason = %s"
            + " where prediction = 'They go'";
    practice.refuses(giveUp.formatted("now()", "null"));
    change(giveUp.formatted("now()", "'ill'"));
    practice.refuses(giveUp.formatted("now()", "'well again'"));
    practice.refuses(RATE_THE_TEST.formatted("BEFORE").replace("They laugh", "They go"));
  }

  @Test
  void evidence_has_a_source_of_the_same_client_and_never_changes() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()"));
    practice.refuses(TELL.formatted(5, TOLD)); // in some days
    practice.refuses(TELL.formatted(0, "'NOTE', null, null, null"));
    practice.refuses(TELL.formatted(0, "'NOTE', " + other("session_note") + ", null, null"));
    String sent = "(select id from assignment where submitted_at is not null limit 1)";
    String open = "(select id from assignment where submitted_at is null limit 1)";
    practice.refuses(TELL.formatted(0, "'ITEM', null, " + sent + ", 'nothing'"));
    practice.refuses(TELL.formatted(0, "'ITEM', null, " + open + ", 'help1'"));
    change(TELL.formatted(0, "'ITEM', null, " + sent + ", 'help1'"));
    change(TELL.formatted(0, "'NOTE', (select id from session_note limit 1), null, null"));
    change(TELL.formatted(0, TOLD));
    practice.refuses("update evidence set words = 'Nobody came'");
    practice.refuses("delete from evidence");
    practice.application().commit();
    refusesTheOwner("update evidence set words = 'Nobody came'");
    refusesTheOwner("delete from evidence");
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
    assertThat(practice.texts("select prediction from experiment")).isNotEmpty();
    practice.refuses(PLAN.formatted(50));
    assertThat(practice.texts("select words from evidence")).isNotEmpty();
    practice.refuses(TELL.formatted(0, TOLD));
    practice.application().rollback();
    for (String who : List.of("colleague", "admin", "client")) {
      practice.openLea(who, SUBS);
      for (String table : List.of("belief", "conviction", "experiment", "evidence")) {
        String own = table.equals("conviction") ? " where rated_as <> 'CLIENT'" : "";
        assertThat(practice.texts("select id from " + table + own)).as(who + table).isEmpty();
      }
      practice.application().rollback();
    }
  }

  @Test
  void a_client_reads_only_what_is_shared_and_nothing_once_it_is_taken_back() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()").replace("I must not ask", "I may be seen"));
    change(
        RATE.formatted("app_person()", "THERAPIST", 90).replace("I must not ask", "I may be seen"));
    String belief = practice.texts("select id from belief where words = 'I may be seen'").get(0);
    String ofIt = " from shared_convictions() where belief_id = '" + belief + "'";
    String share =
        "update belief set shared_at = now(), shared_by = %s, shares_ratings = %s"
            + " where words = 'I may be seen'";
    practice.refuses(share.formatted("gen_random_uuid()", "true"));
    practice.refuses(share.formatted("null", "false"));
    change(share.formatted("app_person()", "false"));
    practice.application().commit();

    practice.openLea("client", SUBS);
    assertThat(practice.texts("select words from shared_beliefs()")).contains("I may be seen");
    assertThat(practice.texts("select conviction" + ofIt)).isEmpty();
    for (String table : List.of("belief", "experiment", "evidence")) {
      assertThat(practice.texts("select id from " + table)).as(table).isEmpty();
    }
    change(RATE_AS_CLIENT.formatted("app_person()", "CLIENT", belief));
    practice.refuses(RATE_AS_CLIENT.formatted("app_person()", "THERAPIST", belief));
    practice.refuses(RATE_AS_CLIENT.formatted("gen_random_uuid()", "CLIENT", belief));
    String rows = "select rated_as from conviction where belief_id = '" + belief + "'";
    assertThat(practice.texts(rows)).containsExactly("CLIENT");
    assertThat(practice.texts("select rated_as" + ofIt)).containsExactly("CLIENT");
    practice.refuses("update conviction set conviction = 0");
    practice.application().commit();

    practice.openLea("therapist", SUBS);
    assertThat(practice.texts("select conviction from conviction where rated_as = 'CLIENT'"))
        .contains("55");
    change(share.formatted("app_person()", "true"));
    practice.application().commit();
    practice.openLea("client", SUBS);
    assertThat(practice.texts("select conviction" + ofIt)).containsExactlyInAnyOrder("90", "55");
    assertThat(practice.texts(rows)).containsExactly("CLIENT");
    practice.application().rollback();

    for (String who : List.of("therapist", "supervisor", "colleague", "admin")) {
      practice.openLea(who, SUBS);
      assertThat(practice.texts("select words from shared_beliefs()")).as(who).isEmpty();
      assertThat(practice.texts("select rated_at from shared_convictions()")).as(who).isEmpty();
      if (!who.equals("therapist")) {
        refusesToChange(share.formatted("app_person()", "false"));
      }
      practice.application().rollback();
    }

    practice.openLea("therapist", SUBS);
    change(
        "update belief set shared_at = null, shared_by = null, shares_ratings = false"
            + " where words = 'I may be seen'");
    practice.application().commit();
    practice.openLea("client", SUBS);
    assertThat(practice.texts("select words from shared_beliefs() where words = 'I may be seen'"))
        .isEmpty();
    assertThat(practice.texts(rows)).isEmpty();
    assertThat(practice.texts("select rated_at" + ofIt)).isEmpty();
    practice.refuses(RATE_AS_CLIENT.formatted("app_person()", "CLIENT", belief));
  }

  @Test
  void a_client_of_a_closed_case_still_reads_and_rates_no_more() throws SQLException {
    practice.openLea("therapist", SUBS);
    change(NAME.formatted("app_person()").replace("I must not ask", "It is over"));
    String belief = practice.texts("select id from belief where words = 'It is over'").get(0);
    change(
        "update belief set shared_at = now(), shared_by = app_person() where words = 'It is over'");
    practice.application().commit();
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      owner.execute("update client set closed_at = now() where person_id is not null");
      practice.owner().commit();
      practice.openLea("client", SUBS);
      assertThat(practice.texts("select takes_rating from shared_beliefs()"))
          .isNotEmpty()
          .containsOnly("f");
      practice.refuses(RATE_AS_CLIENT.formatted("app_person()", "CLIENT", belief));
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      owner.execute("update client set closed_at = null where person_id is not null");
      practice.owner().commit();
    }
  }

  private static void refusesToChange(String sql) throws SQLException {
    try (Statement statement = practice.application().createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isZero();
    }
  }

  /** The id of another client's record of that table. */
  private static String other(String table) throws SQLException {
    try (Statement owner = practice.owner().createStatement();
        ResultSet rows =
            owner.executeQuery(
                "select t.id from "
                    + table
                    + " t join client c on c.id = t.client_id where c.person_id is null limit 1")) {
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
