package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the database itself guards of openings in an emergency, whoever asks. */
class EmergencyIT extends PracticeTest {
  private static final String LEA =
      "(select c.id from client c join person p on p.id = c.person_id where p.sub = 's5')";
  private static final String BREAK =
      "select access from break_glass('%s', '%s', '%s', gen_random_uuid())";
  private static final String REASON = "Nobody else could be reached.";
  private static final List<String> SHOWN =
      List.of(
          "assignment",
          "score",
          "session",
          "session_note",
          "belief",
          "conviction",
          "goal",
          "goal_rating",
          "supporter",
          "supporter_state");

  private static void beginAs(String who, String role) throws SQLException {
    texts(
        "select person_id from begin_context('%s', '%s', 'session', '127.0.0.1', gen_random_uuid())"
            .formatted(SUBS.get(who), role));
  }

  private static String lea() throws SQLException {
    try (Statement owner = practice.owner().createStatement();
        var rows = owner.executeQuery("select " + LEA)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String breakGlass(String client) throws SQLException {
    return texts(BREAK.formatted(UUID.randomUUID(), client, REASON)).get(0);
  }

  private static List<String> open(String access) throws SQLException {
    return texts("select open from open_in_emergency('%s')".formatted(access));
  }

  @Test
  void a_colleague_and_an_administrator_see_the_record_then_and_none_of_it_before()
      throws SQLException {
    String lea = lea();
    for (String who : List.of("colleague", "admin")) {
      beginAs(who, who.equals("admin") ? "ADMINISTRATOR" : "THERAPIST");
      for (String table : SHOWN) {
        assertThat(texts("select 1 from %s where client_id = '%s'".formatted(table, lea)))
            .as(who + " " + table)
            .isEmpty();
      }
      String access = breakGlass(lea);
      assertThat(texts("select 1 from belief where client_id = '" + lea + "'")).isEmpty();
      assertThat(open(access)).containsExactly("t");
      for (String table : SHOWN) {
        assertThat(texts("select 1 from %s where client_id = '%s'".formatted(table, lea)))
            .as(who + " " + table)
            .isNotEmpty();
      }
      assertThat(texts("select 1 from session_note where signed_at is null")).isEmpty();
      assertThat(texts("select 1 from answer")).isEmpty();
      assertThat(texts("select 1 from process_note")).isEmpty();
      assertThat(texts("select 1 from belief where client_id <> '" + lea + "'")).isEmpty();
      practice.application().rollback();
    }
  }

  @Test
  void nothing_can_be_changed_by_it() throws SQLException {
    beginAs("colleague", "THERAPIST");
    assertThat(open(breakGlass(lea()))).containsExactly("t");
    assertThat(texts("update belief set words = 'Other words', version = version + 1 returning id"))
        .isEmpty();
    practice.refuses(
        """
        insert into life_event (id, clinic_id, client_id, happened_on, words, noted_by, noted_at, request_key)
        values (gen_random_uuid(), app_clinic(), app_client(), current_date, 'A move', app_person(), now(),
          gen_random_uuid())""");
    practice.refuses(
        """
        insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place, attendance,
          created_at, request_key)
        values (gen_random_uuid(), app_clinic(), app_client(), app_person(), now(), 50, 'PRACTICE',
          'ATTENDED', now(), gen_random_uuid())""");
    practice.refuses("delete from belief");
    for (String table : List.of("emergency_access", "emergency_notice")) {
      practice.refuses("select 1 from " + table);
      practice.refuses("update %s set version = 1".formatted(table));
      practice.refuses("delete from " + table);
      practice.refuses("insert into %s default values".formatted(table));
    }
  }

  @Test
  void who_treats_the_client_or_supervises_who_does_needs_none_and_a_client_gets_none()
      throws SQLException {
    String lea = lea();
    for (String who : List.of("therapist", "supervisor")) {
      beginAs(who, "THERAPIST");
      assertThat(texts(BREAK.formatted(UUID.randomUUID(), lea, REASON)))
          .as(who)
          .hasSize(1)
          .containsOnlyNulls();
      practice.application().rollback();
    }
    beginAs("client", "CLIENT");
    assertThat(texts(BREAK.formatted(UUID.randomUUID(), lea, REASON))).isEmpty();
    assertThat(texts("select found from find_in_emergency('lea sommer', '1991-03-14') as found"))
        .containsOnlyNulls();
    practice.application().rollback();
    assertThat(texts(BREAK.formatted(UUID.randomUUID(), lea, REASON))).as("nobody").isEmpty();
    beginAs("colleague", "THERAPIST");
    assertThat(texts(BREAK.formatted(UUID.randomUUID(), UUID.randomUUID(), REASON))).isEmpty();
  }

  @Test
  void it_is_its_opener_s_alone_in_the_role_of_its_opening() throws SQLException {
    String lea = lea();
    beginAs("colleague", "THERAPIST");
    String access = breakGlass(lea);
    practice.application().commit();
    beginAs("admin", "ADMINISTRATOR");
    assertThat(open(access)).isEmpty();
    assertThat(texts("select end_emergency('%s')".formatted(access))).containsOnlyNulls();
    assertThat(texts("select 1 from belief")).isEmpty();
    practice.application().rollback();
    beginAs("supervisor", "THERAPIST");
    assertThat(open(access)).isEmpty();
    practice.application().rollback();
    assertThat(open(access)).as("nobody").isEmpty();
  }

  @Test
  void after_sixty_minutes_and_after_its_end_it_shows_nothing() throws SQLException {
    String lea = lea();
    String old = UUID.randomUUID().toString();
    asOwner(
        """
        insert into emergency_access (id, clinic_id, client_id, person_id, role, reason, opened_at, closes_at,
          request_key)
        select '%s', clinic_id, '%s', id, 'THERAPIST', '%s', now() - interval '60 minutes 1 second',
          now() - interval '1 second', gen_random_uuid() from person where sub = 's3'"""
            .formatted(old, lea, REASON));
    beginAs("colleague", "THERAPIST");
    assertThat(open(old)).containsExactly("f");
    assertThat(texts("select email from open_in_emergency('%s')".formatted(old)))
        .containsOnlyNulls();
    assertThat(texts("select 1 from belief")).isEmpty();
    assertThat(texts("select end_emergency('%s')".formatted(old))).containsOnlyNulls();
    practice.application().rollback();
    beginAs("colleague", "THERAPIST");
    String access = breakGlass(lea);
    assertThat(texts("select end_emergency('%s')".formatted(access))).containsExactly(lea);
    assertThat(texts("select end_emergency('%s')".formatted(access))).containsOnlyNulls();
    assertThat(open(access)).containsExactly("f");
    assertThat(texts("select 1 from belief")).isEmpty();
  }

  @Test
  void everybody_who_treats_the_client_is_told_and_says_once_that_it_was_read()
      throws SQLException {
    String unread = "select notices from roles_of('%s') where role = 'THERAPIST'";
    int before = Integer.parseInt(texts(unread.formatted("s2")).get(0));
    String reason = "Could not be reached, " + UUID.randomUUID();
    beginAs("colleague", "THERAPIST");
    texts(BREAK.formatted(UUID.randomUUID(), lea(), reason));
    practice.application().commit();
    assertThat(texts(unread.formatted("s2"))).containsExactly(String.valueOf(before + 1));
    assertThat(texts(unread.formatted("s3"))).containsExactly("0");
    String told = "select id from emergency_notices(100) where reason = '" + reason + "'";
    beginAs("colleague", "THERAPIST");
    assertThat(texts(told)).isEmpty();
    practice.application().rollback();
    beginAs("therapist", "THERAPIST");
    String notice = texts(told).get(0);
    practice.application().rollback();
    String read = "select read_emergency_notice('%s')".formatted(notice);
    beginAs("colleague", "THERAPIST");
    assertThat(texts(read)).containsOnlyNulls();
    practice.application().rollback();
    beginAs("therapist", "THERAPIST");
    assertThat(texts(read)).containsExactly(lea());
    assertThat(texts(read)).containsOnlyNulls();
    practice.application().commit();
    assertThat(texts(unread.formatted("s2"))).containsExactly(String.valueOf(before));
  }

  @Test
  void who_treats_the_client_no_longer_hears_nothing_more_of_it() throws SQLException {
    beginAs("colleague", "THERAPIST");
    breakGlass(lea());
    practice.application().commit();
    String mine = "select id from emergency_notices(100)";
    beginAs("therapist", "THERAPIST");
    List<String> notices = texts(mine);
    assertThat(notices).isNotEmpty();
    practice.application().rollback();
    String end =
        "update caseload set until = %s, version = version + 1 where client_id = "
            + LEA
            + " and therapist_id = (select id from person where sub = 's2')";
    asOwner(end.formatted("now()"));
    beginAs("therapist", "THERAPIST");
    assertThat(texts(mine)).isEmpty();
    assertThat(texts("select read_emergency_notice('%s')".formatted(notices.get(0))))
        .containsOnlyNulls();
    assertThat(texts("select notices from roles_of('s2') where role = 'THERAPIST'"))
        .containsExactly("0");
    practice.application().rollback();
    asOwner(end.formatted("null"));
  }

  @Test
  void the_log_has_the_opening_each_reading_and_the_reason() throws SQLException {
    beginAs("colleague", "THERAPIST");
    String key = UUID.randomUUID().toString();
    String twice = "select access from break_glass(gen_random_uuid(), '%s', '%s', '%s')";
    List<String> first = texts(twice.formatted(lea(), REASON, key));
    assertThat(texts(twice.formatted(lea(), "Another reason than before.", key))).isEqualTo(first);
    assertThat(open(first.get(0))).containsExactly("t");
    assertThat(open(first.get(0))).containsExactly("t");
    assertThat(
            texts(
                "select code || ' ' || purpose || ' ' || reason from audit_event where kind = 'act'"
                    + " and entity_id = '%s' order by id".formatted(first.get(0))))
        .containsExactly(
            "EMERGENCY_OPENED emergency " + REASON, "EMERGENCY_READ emergency " + REASON);
  }

  @Test
  void what_was_said_of_it_stands_for_the_owner_of_the_tables_too() throws SQLException {
    beginAs("colleague", "THERAPIST");
    String access = breakGlass(lea());
    practice.application().commit();
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      for (String change :
          List.of(
              "update emergency_access set reason = 'Another reason than before.'",
              "update emergency_access set closes_at = closes_at + interval '1 hour', opened_at = opened_at"
                  + " + interval '1 hour'",
              "delete from emergency_notice",
              "delete from emergency_access",
              "update emergency_notice set therapist_id = (select id from person where sub = 's3')")) {
        owner.execute("savepoint tried");
        assertThatThrownBy(() -> owner.execute(change + " where '%s' <> ''".formatted(access)))
            .as(change)
            .isInstanceOf(SQLException.class);
        owner.execute("rollback to savepoint tried");
      }
    }
  }
}
