package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of a session note, whoever asks. */
class NoteLockIT extends PracticeTest {
  private static final String HASH = "select encode(content_hash, 'hex') from %s where %s = '%s'";
  private static final String COSIGN =
      "update session_note set cosigned_at = now(), cosigned_by = app_person()"
          + " where cosign_wanted and cosigned_at is null";
  private static final String SIGN =
      "update session_note set signed_at = now(), signed_by = app_person() where signed_at is null";

  @Test
  void a_signed_note_cannot_be_changed_by_the_application() throws SQLException {
    openAs("therapist");
    draft();
    change(SIGN);
    assertThat(practice.texts("select length(content_hash) from session_note")).containsOnly("32");
    practice.refuses("update session_note set sections = '{\"text\": \"another\"}'");
    practice.refuses(
        "update session_note set signed_at = null, signed_by = null, content_hash = null");
    practice.refuses("delete from session_note");
    practice.refuses("truncate session_note");
  }

  @Test
  void a_signed_note_cannot_be_changed_by_the_owner_of_the_tables() throws SQLException {
    openAs("therapist");
    draft();
    change(SIGN);
    practice.application().commit();
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      for (String change :
          List.of(
              "update session_note set sections = '{}'",
              "update session_note set content_hash = null, signed_at = null, signed_by = null",
              "delete from session_note",
              "truncate session_note cascade")) {
        owner.execute("savepoint tried");
        assertThatThrownBy(() -> owner.execute(change)).as(change).isInstanceOf(SQLException.class);
        owner.execute("rollback to savepoint tried");
      }
    }
  }

  @Test
  void the_hash_is_that_of_what_was_signed_and_nobody_can_write_another() throws SQLException {
    openAs("therapist");
    draft();
    change(
        "update session_note set signed_at = now(), signed_by = app_person(),"
            + " content_hash = sha256('something else') where signed_at is null");
    assertThat(practice.texts("select content_hash = hash_of_note(session_note) from session_note"))
        .containsOnly("t");
  }

  @Test
  void what_is_signed_is_what_was_saved() throws SQLException {
    openAs("therapist");
    draft();
    practice.refuses(SIGN.replace(" where", ", sections = '{\"text\": \"slipped in\"}' where"));
  }

  @Test
  void a_note_begins_as_a_draft_and_keeps_its_author() throws SQLException {
    openAs("therapist");
    draft();
    practice.refuses(
        "update session_note set author_id = gen_random_uuid() where signed_at is null");
    practice.refuses(
        "update session_note set session_id = gen_random_uuid() where signed_at is null");
    practice.refuses(
        "insert into session_note (id, clinic_id, client_id, session_id, author_id, template,"
            + " saved_at, saved_by, created_at, signed_at, signed_by, content_hash)"
            + " select gen_random_uuid(), clinic_id, client_id, id, held_by, 'FREE', now(), held_by,"
            + " now(), now(), held_by, sha256('x') from session");
  }

  @Test
  void only_a_signed_note_takes_an_addendum_and_that_stays() throws SQLException {
    openAs("therapist");
    draft();
    practice.refuses(addendum());
    change(SIGN);
    change(addendum());
    practice.refuses("update note_addendum set body = 'changed'");
    practice.refuses("delete from note_addendum");
  }

  @Test
  void a_supervisor_sees_a_note_once_it_is_signed() throws SQLException {
    openAs("therapist");
    draft();
    practice.application().commit();
    openAs("supervisor");
    assertThat(practice.texts("select template from session_note where signed_at is null"))
        .isEmpty();
    practice.application().rollback();
    openAs("therapist");
    change(SIGN);
    practice.application().commit();
    openAs("supervisor");
    assertThat(practice.texts("select template from session_note")).isNotEmpty();
    practice.refuses("update session_note set saved_at = now()");
  }

  @Test
  void a_trainee_s_note_waits_and_only_the_supervisor_cosigns_it_for_good() throws SQLException {
    String note = waiting();
    openAs("therapist");
    practice.refuses(COSIGN);
    practice.application().rollback();
    openAs("supervisor");
    assertThat(practice.texts("select note_id from notes_to_cosign(100)")).contains(note);
    practice.refuses(COSIGN.replace("set", "set sections = '{\"text\": \"slipped in\"}',"));
    practice.refuses(COSIGN.replace("cosigned_by = app_person()", "cosigned_by = author_id"));
    change(COSIGN);
    assertThat(practice.texts("select note_id from notes_to_cosign(100)")).doesNotContain(note);
    practice.refuses(sendBack(note));
    String undo = "update session_note set cosigned_at = null, cosigned_by = null";
    assertThat(changed(undo)).as("a row of its own").isZero();
    practice.application().commit();
    openAs("therapist");
    practice.refuses(undo);
  }

  @Test
  void a_note_that_is_sent_back_is_a_draft_again_and_what_was_signed_stays_on_record()
      throws SQLException {
    String note = waiting();
    openAs("therapist");
    practice.refuses(sendBack(note));
    practice.refuses("update session_note set signed_at = null, signed_by = null");
    practice.application().rollback();
    openAs("supervisor");
    List<String> hash = practice.texts(HASH.formatted("session_note", "id", note));
    change(sendBack(note));
    practice.application().commit();
    openAs("therapist");
    assertThat(practice.texts(HASH.formatted("note_return", "note_id", note))).isEqualTo(hash);
    assertThat(practice.texts("select sections ->> 'text' from note_return"))
        .contains("what was said");
    change("update session_note set sections = '{\"text\": \"better\"}' where id = '" + note + "'");
    change(SIGN);
    practice.refuses("update note_return set remark = 'another'");
    practice.refuses("delete from note_return");
    practice.application().commit();
    openAs("supervisor");
    assertThat(practice.texts("select note_id from notes_to_cosign(100)")).contains(note);
  }

  @Test
  void nobody_but_the_supervisor_is_told_what_waits() throws SQLException {
    String note = waiting();
    for (String who : List.of("therapist", "colleague", "admin", "client")) {
      openAs(who);
      assertThat(practice.texts("select note_id from notes_to_cosign(100)")).as(who).isEmpty();
      practice.refuses(sendBack(note));
      practice.application().rollback();
    }
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      assertThatThrownBy(() -> owner.execute(COSIGN.replace("app_person()", "author_id")))
          .isInstanceOf(SQLException.class);
    }
  }

  /** A note that the therapist, who is in training, has signed; its id. */
  private static String waiting() throws SQLException {
    openAs("therapist");
    draft();
    change(SIGN);
    String note =
        practice
            .texts("select id from session_note where cosign_wanted order by created_at desc")
            .get(0);
    practice.application().commit();
    return note;
  }

  private static String sendBack(String note) {
    return """
    insert into note_return (id, clinic_id, client_id, note_id, returned_by, returned_at, remark)
    values (gen_random_uuid(), app_clinic(), app_client(), '%s', app_person(), now(), 'too short')
    """
        .formatted(note);
  }

  @Test
  void nobody_else_sees_a_session_or_its_note() throws SQLException {
    openAs("therapist");
    draft();
    change(SIGN);
    change(addendum());
    practice.application().commit();
    for (String who : List.of("colleague", "admin", "client")) {
      openAs(who);
      for (String table : List.of("session", "session_note", "note_addendum")) {
        assertThat(practice.texts("select id from " + table)).as(who + " " + table).isEmpty();
      }
      practice.application().rollback();
    }
  }

  private static void draft() throws SQLException {
    change(
        """
        with held as (
          insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place, attendance,
            created_at, request_key)
          values (gen_random_uuid(), app_clinic(), app_client(), app_person(), now(), 50, 'PRACTICE',
            'ATTENDED', now(), gen_random_uuid())
          returning id)
        insert into session_note (id, clinic_id, client_id, session_id, author_id, template, sections,
          saved_at, saved_by, created_at)
        select gen_random_uuid(), app_clinic(), app_client(), id, app_person(), 'FREE',
          '{"text": "what was said"}', now(), app_person(), now() from held
        """);
  }

  private static String addendum() {
    return """
    insert into note_addendum (id, clinic_id, client_id, note_id, author_id, added_at, reason, body, request_key)
    select gen_random_uuid(), app_clinic(), app_client(), id, app_person(), now(), 'a slip', 'more',
      gen_random_uuid() from session_note order by created_at desc limit 1
    """;
  }

  private static int changed(String sql) throws SQLException {
    try (Statement statement = practice.application().createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
