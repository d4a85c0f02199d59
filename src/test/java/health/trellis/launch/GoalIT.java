package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of goals, whoever asks. */
class GoalIT extends PracticeTest {
  private static final List<String> TABLES =
      List.of("goal", "goal_change", "goal_scale", "goal_rating", "goal_step");

  private static final String PROPOSE =
      """
      insert into goal (id, clinic_id, client_id, words, status, status_at, status_by, status_as, proposed_by,
        proposed_at, revised_at, request_key, belief_id, rank)
      values (gen_random_uuid(), app_clinic(), app_client(), 'I want to ask.', '%s', now(), app_person(), 'THERAPIST',
        app_person(), now(), now(), gen_random_uuid(), %s, %s)
      returning id""";

  private static final String DESCRIBE =
      """
      insert into goal_scale (id, clinic_id, client_id, goal_id, number, much_less, less, expected, more, much_more,
        baseline, drafted_by, drafted_at, request_key)
      values (gen_random_uuid(), app_clinic(), app_client(), '%s', %d, 'never', 'once', 'weekly', 'twice', 'daily', -1,
        app_person(), now(), gen_random_uuid())
      returning id""";

  private static final String RATE =
      """
      insert into goal_rating (id, clinic_id, client_id, goal_id, scale_id, level, score, rated_by, rated_as, rated_on,
        kept_at, request_key)
      values (gen_random_uuid(), app_clinic(), app_client(), '%s', %s, %s, %s, app_person(), app_role(), %s, now(),
        gen_random_uuid())
      returning id""";

  private static final String OFFER =
      "update goal_scale set offered_at = now(), offered_by = app_person() where id = '%s'";
  private static final String AGREE_LEVELS =
      "update goal_scale set agreed_at = now(), agreed_by = app_person(), agreed_as = app_role() where id = '%s'";
  private static final String MOVE =
      "update goal set status = '%s', status_at = now(), status_by = app_person(), status_as = app_role() where id = '%s'";

  private static final String WITHDRAW =
      "update goal_rating set withdrawn_at = now(), withdrawn_by = app_person(), withdrawn_reason = ";
  private static final String OF_LEA =
      "client_id = (select id from client where person_id is not null)";

  @Test
  void a_goal_begins_as_proposed_and_is_agreed_with_five_levels_or_a_rank() throws SQLException {
    openAs("therapist");
    practice.refuses(PROPOSE.formatted("AGREED", "null", "null"));
    practice.refuses(PROPOSE.formatted("PROPOSED", "null", "4"));
    String goal = propose("null");
    practice.refuses(MOVE.formatted("ACTIVE", goal));
    change(MOVE.formatted("AGREED", goal));
    practice.refuses("set constraints all immediate");
    undo();
    openAs("therapist");
    String levelled = propose("null");
    String scale = describe(levelled, 1);
    practice.refuses(AGREE_LEVELS.formatted(scale)); // the therapist has not agreed to them
    change(OFFER.formatted(scale));
    change(AGREE_LEVELS.formatted(scale));
    change(MOVE.formatted("AGREED", levelled));
    String ranked = propose("2");
    practice.refuses(PROPOSE.formatted("PROPOSED", "null", "2")); // one goal for each rank
    change(MOVE.formatted("AGREED", ranked));
    try (Statement application = practice.application().createStatement()) {
      application.execute("set constraints all immediate");
    }
  }

  @Test
  void levels_with_a_gap_are_never_offered() throws SQLException {
    openAs("therapist");
    String goal = propose("null");
    String scale = describe(goal, 1);
    change("update goal_scale set more = null where id = '" + scale + "'");
    practice.refuses(OFFER.formatted(scale));
    change("update goal_scale set more = 'twice', baseline = null where id = '" + scale + "'");
    practice.refuses(OFFER.formatted(scale));
    practice.refuses("update goal_scale set more = '' where id = '" + scale + "'");
    practice.refuses("update goal_scale set more = repeat('x', 301) where id = '" + scale + "'");
    practice.refuses("update goal_scale set importance = 4 where id = '" + scale + "'");
    practice.refuses("update goal_scale set baseline = 3 where id = '" + scale + "'");
  }

  @Test
  void agreed_levels_never_change_and_a_rewrite_is_the_next_version() throws SQLException {
    openAs("therapist");
    String goal = propose("null");
    String first = agreed(goal, 1);
    String levels = "update goal_scale set %s where id = '" + first + "'";
    practice.refuses(levels.formatted("expected = 'otherwise'"));
    practice.refuses(levels.formatted("importance = 3"));
    practice.refuses(levels.formatted("agreed_at = null, agreed_by = null, agreed_as = null"));
    practice.refuses(levels.formatted("number = 7"));
    practice.refuses("delete from goal_scale");
    practice.refuses("truncate goal_scale cascade");
    practice.refuses(DESCRIBE.formatted(goal, 1));
    practice.refuses(DESCRIBE.formatted(goal, 3));
    change(MOVE.formatted("AGREED", goal));
    change(rate(goal, first, "1", "null", "current_date"));
    String second = describe(goal, 2);
    practice.refuses(DESCRIBE.formatted(goal, 3)); // one draft at a time
    change(rate(goal, first, "0", "null", "current_date")); // the first stands until then
    practice.refuses(rate(goal, second, "0", "null", "current_date"));
    change(OFFER.formatted(second));
    change(AGREE_LEVELS.formatted(second));
    practice.refuses(rate(goal, first, "0", "null", "current_date"));
    change(rate(goal, second, "0", "null", "current_date"));
  }

  @Test
  void not_even_the_owner_changes_agreed_levels_ratings_or_the_history() throws SQLException {
    refusesTheOwner("update goal_scale set expected = 'otherwise' where agreed_at is not null");
    refusesTheOwner("update goal_scale set baseline = 0 where agreed_at is not null");
    refusesTheOwner("delete from goal_scale");
    refusesTheOwner("truncate goal_scale cascade");
    refusesTheOwner("update goal_rating set score = 10 where score is not null");
    refusesTheOwner("update goal_rating set rated_on = rated_on - 1");
    refusesTheOwner("delete from goal_rating");
    refusesTheOwner("truncate goal_rating");
    refusesTheOwner("update goal_change set status = 'MET'");
    refusesTheOwner("delete from goal_change");
    refusesTheOwner("truncate goal_change");
    refusesTheOwner("update goal set words = 'otherwise' where status = 'ACTIVE'");
    refusesTheOwner("update goal set status = 'PROPOSED' where status = 'ACTIVE'");
    refusesTheOwner("delete from goal");
    refusesTheOwner("truncate goal cascade");
    refusesTheOwner("delete from goal_step");
  }

  @Test
  void every_change_of_how_a_goal_stands_is_kept() throws SQLException {
    openAs("therapist");
    String goal = propose("3");
    for (String status : List.of("AGREED", "ACTIVE", "ON_HOLD", "ACTIVE")) {
      change(MOVE.formatted(status, goal));
    }
    practice.refuses(MOVE.formatted("MET", goal)); // it still has its rank
    change(MOVE.formatted("MET", goal).replace("set status", "set rank = null, status"));
    change(MOVE.formatted("ACTIVE", goal));
    practice.refuses(MOVE.formatted("ENDED", goal)); // without a reason
    change(
        MOVE.formatted("ENDED", goal)
            .replace("set status", "set status_reason = 'Moved away.', status"));
    practice.refuses(MOVE.formatted("ACTIVE", goal));
    assertThat(texts("select status from goal_change where goal_id = '" + goal + "' order by id"))
        .containsExactly(
            "PROPOSED", "AGREED", "ACTIVE", "ON_HOLD", "ACTIVE", "MET", "ACTIVE", "ENDED");
    assertThat(
            texts(
                "select reason from goal_change where status = 'ENDED' and goal_id = '"
                    + goal
                    + "'"))
        .containsExactly("Moved away.");
    practice.refuses("insert into goal_change select * from goal_change limit 1");
    practice.refuses(
        "update goal set status = 'MET', status_by = gen_random_uuid() where status = 'ACTIVE'");
  }

  @Test
  void a_rating_is_in_range_of_an_agreed_goal_and_never_of_tomorrow() throws SQLException {
    openAs("therapist");
    String goal = propose("3");
    practice.refuses(rate(goal, "null", "null", "5", "current_date")); // proposed alone
    change(MOVE.formatted("AGREED", goal));
    practice.refuses(rate(goal, "null", "null", "11", "current_date"));
    practice.refuses(rate(goal, "null", "null", "-1", "current_date"));
    practice.refuses(rate(goal, "null", "null", "5", "current_date + 3"));
    practice.refuses(rate(goal, "null", "null", "5", "current_date - 400"));
    practice.refuses(rate(goal, "null", "1", "null", "current_date")); // without a scale
    practice.refuses(rate(goal, "null", "null", "null", "current_date"));
    String scale = agreed(goal, 1);
    practice.refuses(rate(goal, scale, "3", "null", "current_date"));
    practice.refuses(rate(goal, scale, "1", "5", "current_date"));
    practice.refuses(
        rate(goal, scale, "1", "null", "current_date")
            .replace("app_person()", "gen_random_uuid()"));
    change(rate(goal, scale, "1", "null", "current_date"));
    change("update goal set rank = null where id = '" + goal + "'");
    practice.refuses(rate(goal, "null", "null", "5", "current_date"));
    practice.refuses(
        rate(
            goal,
            "(select id from goal_scale where goal_id <> '" + goal + "' limit 1)",
            "1",
            "null",
            "current_date"));
  }

  @Test
  void a_rating_is_withdrawn_once_with_a_reason_and_stays() throws SQLException {
    openAs("therapist");
    String rating = rated("THERAPIST");
    String withdraw = WITHDRAW + "%s%s where id = '" + rating + "'";
    practice.refuses(withdraw.formatted("null", ""));
    practice.refuses(withdraw.formatted("''", ""));
    practice.refuses(
        withdraw.formatted("'A slip.'", ", score = case score when 3 then 4 else 3 end"));
    practice.refuses(
        withdraw.formatted("'A slip.'", "").replace("app_person()", "gen_random_uuid()"));
    practice.refuses("update goal_rating set remark = 'otherwise' where id = '" + rating + "'");
    change(withdraw.formatted("'A slip.'", ""));
    practice.refuses(withdraw.formatted("'Another.'", ""));
    assertThat(texts("select withdrawn_reason from goal_rating where id = '" + rating + "'"))
        .containsExactly("A slip.");
  }

  @Test
  void each_withdraws_the_own_ratings_alone() throws SQLException {
    String slip = WITHDRAW + "'A slip.' where id = '%s'";
    String ofTherapist =
        found("select id from goal_rating where rated_as = 'THERAPIST' and " + OF_LEA);
    String ofClient = found("select id from goal_rating where rated_as = 'CLIENT' and " + OF_LEA);
    String ofAnother = found("select id from goal_rating where not " + OF_LEA);
    openAs("therapist");
    assertThat(rated("CLIENT")).isNotEmpty();
    unchanged(slip.formatted(ofClient));
    unchanged(slip.formatted(ofAnother));
    change(slip.formatted(ofTherapist));
    practice.application().rollback();
    openAs("client");
    unchanged(slip.formatted(ofTherapist));
    unchanged(slip.formatted(ofAnother));
    practice.refuses(slip.formatted(ofClient).replace("app_person()", "gen_random_uuid()"));
    practice.refuses(slip.formatted(ofClient).replace("'A slip.'", "''"));
    practice.refuses(slip.formatted(ofClient).replace("'A slip.'", "'A slip.', remark = 'x'"));
    change(slip.formatted(ofClient));
    practice.refuses(slip.formatted(ofClient));
    practice.application().rollback();
    asOwner("update goal set shared_at = null, shared_by = null where " + OF_LEA);
    try {
      openAs("client");
      unchanged(slip.formatted(ofClient));
    } finally {
      practice.application().rollback();
      asOwner(
          "update goal set shared_at = now(), shared_by = proposed_by where status <> 'PROPOSED' and "
              + OF_LEA);
    }
    for (String who : List.of("supervisor", "colleague", "admin")) {
      openAs(who);
      unchanged(slip.formatted(ofTherapist));
      unchanged(slip.formatted(ofClient));
      practice.application().rollback();
    }
  }

  @Test
  void a_client_sees_what_is_shared_agrees_rates_and_ticks_and_changes_nothing_else()
      throws SQLException {
    openAs("client");
    assertThat(texts("select distinct status from goal"))
        .containsExactlyInAnyOrder("ACTIVE", "AGREED");
    assertThat(texts("select id from goal where shared_at is null")).isEmpty();
    assertThat(texts("select id from goal_rating where rated_as = 'THERAPIST'")).isEmpty();
    assertThat(texts("select id from goal_rating")).isNotEmpty();
    assertThat(texts("select id from goal_change")).isEmpty();
    String ranked = texts("select id from goal where rank is not null").get(0);
    change(rate(ranked, "null", "null", "6", "current_date"));
    practice.refuses(
        rate(ranked, "null", "null", "6", "current_date").replace("app_role()", "'THERAPIST'"));
    String step = texts("select id from goal_step where done_at is null").get(0);
    change(
        "update goal_step set done_at = now(), done_by = app_person() where id = '" + step + "'");
    practice.refuses("update goal_step set due_on = null where id = '" + step + "'");
    practice.refuses(
        "update goal_step set dropped_at = now(), dropped_by = app_person() where id = '"
            + step
            + "'");
    unchanged("update goal set status = 'MET'");
    unchanged("update goal_scale set expected = 'otherwise'");
    practice.refuses("update goal_rating set score = 10 where score is not null");
    practice.refuses(PROPOSE.formatted("PROPOSED", "null", "null"));
    practice.refuses(DESCRIBE.formatted(ranked, 1));
  }

  @Test
  void a_client_agrees_to_what_was_offered_as_it_was() throws SQLException {
    String goal =
        found(
            "select g.id from goal g join client c on c.id = g.client_id where c.person_id is not null and g.status = 'PROPOSED'");
    openAs("therapist");
    String scale = describe(goal, 1);
    change("update goal set shared_at = now(), shared_by = app_person() where id = '" + goal + "'");
    practice.application().commit();
    try {
      openAs("client");
      assertThat(texts("select id from goal where id = '" + goal + "'")).hasSize(1);
      assertThat(texts("select id from goal_scale where id = '" + scale + "'"))
          .as("a draft")
          .isEmpty();
      practice.application().rollback();
      openAs("therapist");
      change(OFFER.formatted(scale));
      practice.application().commit();
      openAs("client");
      practice.refuses(
          AGREE_LEVELS.formatted(scale).replace("set agreed_at", "set expected = 'x', agreed_at"));
      practice.refuses("update goal_scale set offered_at = now() where id = '" + scale + "'");
      practice.refuses(
          MOVE.formatted("AGREED", goal).replace("set status", "set words = 'x', status"));
      practice.refuses(MOVE.formatted("ENDED", goal));
      change(AGREE_LEVELS.formatted(scale));
      change(MOVE.formatted("AGREED", goal));
      assertThat(texts("select agreed_as from goal_scale where id = '" + scale + "'"))
          .containsExactly("CLIENT");
      change(rate(goal, scale, "-1", "null", "current_date"));
    } finally {
      practice.application().rollback();
      asOwner("update goal set shared_at = null, shared_by = null where id = '" + goal + "'");
    }
  }

  @Test
  void the_supervisor_reads_and_nobody_else_sees_any_of_it() throws SQLException {
    openAs("supervisor");
    for (String table : TABLES) {
      assertThat(texts("select id from " + table)).as(table).isNotEmpty();
    }
    practice.refuses(PROPOSE.formatted("PROPOSED", "null", "null"));
    unchanged("update goal set rank = null");
    unchanged("update goal_step set due_on = null");
    practice.application().rollback();
    for (String who : List.of("colleague", "admin")) {
      openAs(who);
      for (String table : TABLES) {
        assertThat(texts("select id from " + table)).as(who + " " + table).isEmpty();
      }
      practice.refuses(PROPOSE.formatted("PROPOSED", "null", "null"));
      practice.application().rollback();
    }
  }

  @Test
  void a_goal_works_against_a_belief_of_the_same_client_alone() throws SQLException {
    openAs("therapist");
    practice.refuses(
        PROPOSE.formatted(
            "PROPOSED",
            "'"
                + found(
                    "select b.id from belief b join client c on c.id = b.client_id where c.person_id is null limit 1")
                + "'",
            "null"));
    assertThat(texts(PROPOSE.formatted("PROPOSED", "(select id from belief limit 1)", "null")))
        .hasSize(1);
  }

  @Test
  void a_closed_case_takes_nothing_and_gives_back_what_was_shared() throws SQLException {
    asOwner("update client set closed_at = now() where person_id is not null");
    try {
      openAs("therapist");
      practice.refuses(PROPOSE.formatted("PROPOSED", "null", "null"));
      String ranked = texts("select id from goal where rank is not null").get(0);
      practice.refuses(rate(ranked, "null", "null", "5", "current_date"));
      practice.refuses(MOVE.formatted("ACTIVE", ranked));
      practice.refuses(DESCRIBE.formatted(ranked, 1));
      practice.refuses("update goal_step set due_on = null");
      change("update goal set shared_at = null, shared_by = null where id = '" + ranked + "'");
      practice.application().rollback();
      openAs("client");
      assertThat(texts("select id from goal")).isNotEmpty();
      practice.refuses(rate(ranked, "null", "null", "5", "current_date"));
      practice.refuses(
          "update goal_step set done_at = now(), done_by = app_person() where done_at is null");
    } finally {
      practice.application().rollback();
      asOwner("update client set closed_at = null where person_id is not null");
    }
  }

  @Test
  void the_caseload_draws_the_levels_of_the_goals_that_are_worked_on() throws SQLException {
    openAs("therapist");
    change(
        "update goal set status = 'ENDED', status_reason = 'Over.', rank = null, status_at = now(),"
            + " status_by = app_person(), status_as = app_role() where status not in ('MET', 'ENDED')");
    assertThat(line()).as("all of them ended").containsExactly("{} false false");
    String goal = propose("1");
    change(MOVE.formatted("AGREED", goal));
    assertThat(line()).containsExactly("{} false false");
    change(rate(goal, "null", "null", "4", "current_date - 1"));
    change(rate(goal, "null", "null", "7", "current_date"));
    assertThat(line()).as("by scores").containsExactly("{4.00,7.00} false false");
    String first = agreed(goal, 1);
    change(rate(goal, first, "-1", "null", "current_date - 1"));
    change(rate(goal, first, "1", "null", "current_date"));
    assertThat(line()).as("rather by levels").containsExactly("{-1.00,1.00} true false");
    String other = propose("null");
    String levels = agreed(other, 1);
    change(MOVE.formatted("AGREED", other));
    change(rate(other, levels, "2", "null", "current_date"));
    assertThat(line()).as("their mean").containsExactly("{-1.00,1.50} true false");
    change(MOVE.formatted("ON_HOLD", other));
    assertThat(line()).as("what is on hold waits").containsExactly("{-1.00,1.00} true false");
    change(WITHDRAW + "'A slip.' where level = 1 and goal_id = '" + goal + "'");
    assertThat(line()).as("withdrawn").containsExactly("{-1.00} true false");
    String second = describe(goal, 2);
    change(OFFER.formatted(second));
    change(AGREE_LEVELS.formatted(second));
    assertThat(line()).as("the series ended").containsExactly("{4.00,7.00} false false");
    change(rate(goal, second, "0", "null", "current_date"));
    assertThat(line()).containsExactly("{0.00} true false");
  }

  @Test
  void the_client_alone_is_drawn_where_no_therapist_rated() throws SQLException {
    String levels = "where rated_as = 'THERAPIST' and withdrawn_at is null and " + OF_LEA;
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      owner.execute(
          "update goal_rating set withdrawn_at = now(), withdrawn_by = rated_by, withdrawn_reason = 'A slip.' "
              + levels);
      owner.execute("set constraints all immediate");
      try (ResultSet drawn =
          owner.executeQuery(
              "select goal_means_of_levels, goal_means_by_client, cardinality(goal_means) from caseload_line where "
                  + OF_LEA)) {
        assertThat(drawn.next()).isTrue();
        assertThat(drawn.getBoolean(1)).isTrue();
        assertThat(drawn.getBoolean(2)).isTrue();
        assertThat(drawn.getInt(3)).isBetween(1, 12);
      }
    }
  }

  @Test
  void the_desk_names_the_clients_whose_goals_are_to_look_at_whatever_happens_to_the_goals()
      throws SQLException {
    openAs("therapist");
    List<String> before = clientsToLookAt();
    assertThat(before).isNotEmpty();
    String goal = propose("1");
    change(MOVE.formatted("AGREED", goal));
    change("update goal set target_date = current_date - 1 where id = '" + goal + "'");
    assertThat(clientsToLookAt()).contains(texts("select app_client()").get(0));
    change("update goal set target_date = null where target_date < current_date");
    clientsToLookAt();
    change(
        "update goal_rating set withdrawn_at = now(), withdrawn_by = app_person(),"
            + " withdrawn_reason = 'A slip.' where rated_by = app_person() and withdrawn_at is null");
    clientsToLookAt();
    change(rate(goal, "null", "null", "4", "current_date"));
    clientsToLookAt();
    change(MOVE.formatted("ON_HOLD", goal));
    clientsToLookAt();
  }

  /**
   * Those of the opened therapist's clients whom the desk names; the same as a look at all goals.
   */
  private static List<String> clientsToLookAt() throws SQLException {
    try (Statement application = practice.application().createStatement()) {
      application.execute("set constraints all immediate");
      application.execute("set constraints all deferred");
    }
    List<String> named =
        texts(
            "select client_id from caseload_line where therapist_id = app_person()"
                + " and goals_look_on <= current_date order by client_id");
    assertThat(named)
        .isEqualTo(
            texts(
                "select distinct client_id from goals_to_look_at(current_date, current_date - 60, 1000)"
                    + " order by client_id"));
    return named;
  }

  @Test
  void goals_to_look_at_are_of_the_own_open_clients_alone() throws SQLException {
    String waiting = "select client from goals_to_look_at(current_date, current_date - 60, 1000)";
    openAs("therapist");
    List<String> own = texts("select c.name from client c"); // the one who is opened
    assertThat(texts(waiting)).isNotEmpty();
    assertThat(texts(waiting.replace("1000", "2"))).hasSize(2);
    assertThat(texts(waiting.replace("current_date - 60", "current_date + 1"))).containsAll(own);
    assertThat(
            texts(
                waiting.replace("(current_date, current_date - 60", "('2000-01-01', '2000-01-01'")))
        .isEmpty();
    practice.application().rollback();
    for (String who : List.of("admin", "client")) {
      openAs(who);
      assertThat(texts(waiting)).as(who).isEmpty();
      practice.application().rollback();
    }
  }

  /** A rating of the opened client's that somebody in that role gave. */
  private static String rated(String as) throws SQLException {
    return texts(
            "select id from goal_rating where score is not null and rated_as = '"
                + as
                + "' limit 1")
        .get(0);
  }

  /**
   * What the caseload draws of the opened client: means, whether of levels, whether by the client.
   */
  private static List<String> line() throws SQLException {
    try (Statement application = practice.application().createStatement()) {
      application.execute("set constraints all immediate");
      application.execute("set constraints all deferred");
    }
    return texts(
        "select goal_means::text || ' ' || goal_means_of_levels || ' ' || goal_means_by_client from caseload_line"
            + " where client_id = app_client() and therapist_id = app_person()");
  }

  private static String propose(String rank) throws SQLException {
    if (!rank.equals("null")) {
      texts("update goal set rank = null where rank = " + rank + " returning id");
    }
    return texts(PROPOSE.formatted("PROPOSED", "null", rank)).get(0);
  }

  private static String describe(String goal, int number) throws SQLException {
    return texts(DESCRIBE.formatted(goal, number)).get(0);
  }

  private static String agreed(String goal, int number) throws SQLException {
    String scale = describe(goal, number);
    change(OFFER.formatted(scale));
    change(AGREE_LEVELS.formatted(scale));
    return scale;
  }

  private static String rate(String goal, String scale, String level, String score, String day) {
    String by = scale.length() == 36 ? "'" + scale + "'" : scale;
    return RATE.formatted(goal, by, level, score, day).replace("\nreturning id", "");
  }

  /** Tries a change as the application's role that finds no row to change, or is refused. */
  private static void unchanged(String sql) throws SQLException {
    try (Statement application = practice.application().createStatement()) {
      application.execute("savepoint unchanged");
      assertThat(tried(application, sql)).as(sql).isZero();
      application.execute("rollback to savepoint unchanged");
    }
  }

  private static int tried(Statement application, String sql) {
    try {
      return application.executeUpdate(sql);
    } catch (SQLException refused) {
      return 0;
    }
  }

  /** The first thing that the owner of the tables finds. */
  private static String found(String query) throws SQLException {
    try (Statement owner = practice.owner().createStatement();
        ResultSet rows = owner.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
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
