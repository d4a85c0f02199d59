package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of support maps, whoever asks. */
class SupportMapIT extends PracticeTest {
  private static final String NAME =
      "insert into supporter (id, clinic_id, client_id) values (%s, app_clinic(), app_client())";
  private static final String ADA = "'00000000-0000-7000-8000-000000000ada'";
  private static final String BEA = "'00000000-0000-7000-8000-000000000bea'";
  private static final String SAY =
      """
      insert into supporter_state (id, clinic_id, client_id, supporter_id, number, alias, relation, circle, angle,
        gives, receives, tie, would_ask, asked_on, accepted, refused, on_map, written_by, written_as, written_at,
        request_key)
      select gen_random_uuid(), app_clinic(), app_client(), %s, %s, 'Ada', 'FRIEND', 1, 0, '{}', '{ADVICE}', 'WEAK',
        5, null, 0, 0, true, app_person(), app_role(), clock_timestamp(), gen_random_uuid()
      """;
  private static final String KEEP =
      """
      insert into support_map (id, clinic_id, client_id, moment, kept_by, request_key)
      values (gen_random_uuid(), app_clinic(), app_client(), %s, app_person(), gen_random_uuid())
      """;
  private static final String SHARE =
      """
      insert into support_sharing (id, clinic_id, client_id, number, shared, decided_by, decided_at)
      values (gen_random_uuid(), app_clinic(), app_client(), %d, %s, app_person(), now())
      """;
  private static final String INVOLVE =
      """
      insert into goal (id, clinic_id, client_id, words, status, status_at, status_by, status_as, proposed_by,
        proposed_at, revised_at, request_key, supporter_id)
      values (gen_random_uuid(), app_clinic(), app_client(), 'I want to ask.', 'PROPOSED', now(), app_person(),
        'THERAPIST', app_person(), now(), now(), gen_random_uuid(), %s)
      """;
  private static final String LATEST =
      "select s.number from supporter_state s where s.supporter_id = " + ADA + " order by 1 desc";
  private static final List<String> TABLES =
      List.of("supporter", "supporter_state", "support_map", "support_sharing");

  @Test
  void states_follow_each_other_and_are_written_by_who_is_signed_in() throws SQLException {
    openAs("therapist");
    change(NAME.formatted(ADA));
    practice.refuses("set constraints all immediate"); // a supporter without a state
    practice.refuses(SAY.formatted(ADA, 2));
    practice.refuses(SAY.formatted(ADA, 1).replace("app_person()", "gen_random_uuid()"));
    practice.refuses(SAY.formatted(ADA, 1).replace("app_role()", "'CLIENT'"));
    change(SAY.formatted(ADA, 1));
    practice.refuses(SAY.formatted(ADA, 1));
    practice.refuses(SAY.formatted(ADA, 3));
    practice.refuses(
        SAY.formatted(ADA, 2).replace("clock_timestamp()", "now() - interval '1 hour'"));
    change(SAY.formatted(ADA, 2));
    assertThat(texts(LATEST)).containsExactly("2", "1");
  }

  @Test
  void what_is_told_of_a_supporter_fits() throws SQLException {
    openAs("therapist");
    change(NAME.formatted(ADA));
    String say = SAY.formatted(ADA, 1);
    for (String wrong :
        List.of(
            say.replace("'Ada'", "''"),
            say.replace("'Ada'", "'" + "x".repeat(81) + "'"),
            say.replace("'FRIEND', 1", "'FRIEND', 4"),
            say.replace("'FRIEND', 1", "'FRIEND', 0"),
            say.replace("1, 0, '{}'", "1, 360, '{}'"),
            say.replace("'FRIEND'", "'FIEND'"),
            say.replace("'{ADVICE}'", "'{MONEY}'"),
            say.replace("'{ADVICE}'", "'{ADVICE,ADVICE}'"),
            say.replace("'WEAK'", "'SO SO'"),
            say.replace("5, null", "11, null"),
            say.replace("5, null", "5, current_date + 3"),
            say.replace("0, 0, true", "-1, 0, true"),
            say.replace("0, 0, true", "0, 1000, true"))) {
      practice.refuses(wrong);
    }
    change(say);
  }

  @Test
  void a_map_holds_sixty_and_not_one_more() throws SQLException {
    openAs("therapist");
    long on =
        texts(
                "select distinct on (supporter_id) on_map from supporter_state"
                    + " order by supporter_id, number desc")
            .stream()
            .filter("t"::equals)
            .count();
    for (long i = on; i < 60; i++) {
      String id = "'00000000-0000-7000-8000-0000000001%02d'".formatted(i);
      change(NAME.formatted(id));
      change(SAY.formatted(id, 1));
    }
    change(NAME.formatted(ADA));
    practice.refuses(SAY.formatted(ADA, 1));
    change(SAY.formatted(ADA, 1).replace("0, 0, true", "0, 0, false"));
    practice.refuses(SAY.formatted(ADA, 2));
  }

  @Test
  void a_kept_map_stays_as_it_was_and_is_of_what_has_been() throws SQLException {
    openAs("therapist");
    change(NAME.formatted(ADA));
    change(SAY.formatted(ADA, 1));
    practice.refuses(KEEP.formatted("now() + interval '1 hour'"));
    change(KEEP.formatted("clock_timestamp()"));
    practice.refuses(
        SAY.formatted(ADA, 2)
            .replace("clock_timestamp()", "(select max(moment) from support_map)"));
    change(SAY.formatted(ADA, 2));
    practice.refuses(
        KEEP.formatted("now()")
            .replace("moment, kept_by", "moment, session_id, kept_by")
            .replace(
                "now(), app_person()", "now(), " + sessionOfSomebodyElse() + ", app_person()"));
  }

  @Test
  void what_was_written_never_changes_whoever_asks() throws SQLException {
    openAs("therapist");
    for (String table : TABLES) {
      assertThat(texts("select id from " + table)).as(table).isNotEmpty();
      practice.refuses("update " + table + " set client_id = client_id");
      practice.refuses("delete from " + table);
      practice.refuses("truncate " + table + " cascade");
    }
    practice.application().commit();
    for (String table : TABLES) {
      refusesTheOwner("update " + table + " set client_id = client_id");
      refusesTheOwner("delete from " + table);
      refusesTheOwner("truncate " + table + " cascade");
    }
    refusesTheOwner(
        """
        insert into supporter_state select gen_random_uuid(), clinic_id, client_id, supporter_id, number + 1, 'Other',
          relation, circle, angle, contact, gives, receives, tie, would_ask, asked_on, accepted, refused, on_map,
          written_by, written_as, written_at + interval '1 day', gen_random_uuid()
        from supporter_state where alias = 'Climbing group'""");
  }

  @Test
  void the_supervisor_reads_and_colleague_and_administrator_see_nothing() throws SQLException {
    openAs("supervisor");
    for (String table : TABLES) {
      assertThat(texts("select id from " + table)).as(table).isNotEmpty();
    }
    practice.refuses(NAME.formatted(ADA));
    practice.refuses(KEEP.formatted("now()"));
    practice.refuses(SHARE.formatted(2, "false"));
    practice.application().rollback();
    for (String who : List.of("colleague", "admin")) {
      openAs(who);
      for (String table : TABLES) {
        assertThat(texts("select id from " + table)).as(who + " " + table).isEmpty();
      }
      practice.refuses(NAME.formatted(ADA));
      practice.application().rollback();
    }
  }

  @Test
  void a_client_reads_and_writes_the_own_map_while_it_is_shared() throws SQLException {
    openAs("client");
    assertThat(texts("select id from supporter_state")).isNotEmpty();
    assertThat(texts("select id from support_map")).isEmpty();
    change(NAME.formatted(ADA));
    practice.refuses(SAY.formatted(ADA, 1).replace("app_role()", "'THERAPIST'"));
    change(SAY.formatted(ADA, 1));
    practice.refuses(KEEP.formatted("now()"));
    practice.refuses(SHARE.formatted(2, "false"));
    practice.application().rollback();
    openAs("therapist");
    practice.refuses(SHARE.formatted(1, "false"));
    practice.refuses(SHARE.formatted(2, "true"));
    change(SHARE.formatted(2, "false"));
    practice.application().commit();
    openAs("client");
    assertThat(texts("select id from supporter")).isEmpty();
    assertThat(texts("select id from supporter_state")).isEmpty();
    practice.refuses(NAME.formatted(ADA));
    practice.application().rollback();
    openAs("therapist");
    change(SHARE.formatted(3, "true"));
    practice.application().commit();
  }

  @Test
  void a_closed_case_takes_nothing_new_but_can_be_taken_back() throws SQLException {
    String shared = "(select max(number) + 1 from support_sharing where client_id = app_client())";
    asOwner("update client set closed_at = now() where person_id is not null");
    try {
      openAs("therapist");
      change(NAME.formatted(ADA));
      practice.refuses(SAY.formatted(ADA, 1));
      practice.refuses(KEEP.formatted("now()"));
      change(SHARE.replace("%d", shared).formatted("false"));
      practice.refuses(SHARE.replace("%d", shared).formatted("true"));
    } finally {
      practice.application().rollback();
      asOwner("update client set closed_at = null where person_id is not null");
    }
  }

  @Test
  void who_is_part_of_an_open_goal_stays_on_the_map() throws SQLException {
    String leave = SAY.formatted(ADA, 2).replace("0, 0, true", "0, 0, false");
    String end =
        "update goal set status = 'ENDED', status_reason = 'done', status_at = now(),"
            + " status_by = app_person(), status_as = app_role() where supporter_id = ";
    openAs("therapist");
    change(NAME.formatted(ADA));
    practice.refuses(INVOLVE.formatted(ADA)); // not on the map yet
    change(SAY.formatted(ADA, 1));
    practice.refuses(INVOLVE.formatted(supporterOfSomebodyElse()));
    change(INVOLVE.formatted(ADA));
    assertThat(texts("select supporter_involved(" + ADA + ")")).containsExactly("t");
    practice.refuses(leave);
    change(SAY.formatted(ADA, 2)); // known otherwise, and there
    change(end + ADA);
    change(leave.replace(ADA + ", 2", ADA + ", 3"));
    practice.refuses(INVOLVE.formatted(ADA));
    practice.refuses("update goal set supporter_id = " + ADA + " where supporter_id is null");
  }

  @Test
  void a_client_learns_that_somebody_is_part_of_a_goal_and_not_of_which() throws SQLException {
    openAs("therapist");
    change(NAME.formatted(BEA));
    change(SAY.formatted(BEA, 1));
    change(INVOLVE.formatted(BEA));
    practice.application().commit();
    try {
      openAs("client");
      assertThat(texts("select id from goal where supporter_id = " + BEA)).isEmpty();
      assertThat(texts("select supporter_involved(" + BEA + ")")).containsExactly("t");
      practice.refuses(SAY.formatted(BEA, 2).replace("0, 0, true", "0, 0, false"));
      assertThat(texts("select supporter_involved(" + supporterOfSomebodyElse() + ")"))
          .containsExactly("f");
    } finally {
      practice.application().rollback();
      openAs("therapist");
      change("update goal set supporter_id = null where supporter_id = " + BEA);
      change(SAY.formatted(BEA, 2).replace("0, 0, true", "0, 0, false"));
      practice.application().commit();
    }
  }

  private static String supporterOfSomebodyElse() throws SQLException {
    return ofSomebodyElse("supporter");
  }

  private static String sessionOfSomebodyElse() throws SQLException {
    return ofSomebodyElse("session");
  }

  private static String ofSomebodyElse(String table) throws SQLException {
    try (Statement owner = practice.owner().createStatement();
        var rows =
            owner.executeQuery(
                "select s.id from "
                    + table
                    + " s join client c on c.id = s.client_id where c.person_id is null limit 1")) {
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
