package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database itself keeps apart of process notes and of what the log says about them. */
class ProcessNoteApartIT extends PracticeTest {
  private static final List<String> OTHERS = List.of("colleague", "supervisor", "admin", "client");

  private static final String BEGIN =
      """
      insert into process_note (id, clinic_id, client_id, author_id, ciphertext, begun_at, saved_at, request_key)
      values (gen_random_uuid(), app_clinic(), %s, %s, decode('01deadbeef', 'hex') || gen_random_bytes(1024),
        now(), now(), gen_random_uuid())
      """;
  private static final String OWN = BEGIN.formatted("app_client()", "app_person()");
  private static final String READ =
      "insert into audit_event (kind, code, action, client_id, entity, entity_id)"
          + " select 'act', 'PROCESS_NOTE_READ', 'R', client_id, 'process_note', id from process_note";
  private static final String EVENTS =
      "select kind || ' ' || code from audit_event where entity_id = '%s' order by id";
  private static final String SEEN = "select id from process_note where id = '%s'";

  @AfterEach
  void undoTreatment() throws SQLException {
    practice.application().rollback();
    practice.owner().rollback();
    endTreatment();
  }

  @Test
  void only_its_author_sees_a_note_and_the_events_about_it() throws SQLException {
    String note = written();
    letColleagueTreat();
    practice.openLea("therapist", SUBS);
    assertThat(practice.texts(SEEN.formatted(note))).containsExactly(note);
    assertThat(practice.texts(EVENTS.formatted(note)))
        .containsExactly("row ROW_INSERT", "act PROCESS_NOTE_READ");
    practice.application().rollback();
    for (String who : OTHERS) {
      practice.openLea(who, SUBS);
      assertThat(practice.texts(SEEN.formatted(note))).as(who).isEmpty();
      assertThat(practice.texts(EVENTS.formatted(note))).as(who).isEmpty();
      assertThat(practice.texts("select distinct code from audit_event"))
          .as(who + " sees the rest of the log")
          .contains("CLIENT_OPENED");
      practice.application().rollback();
    }
  }

  @Test
  void nobody_writes_in_the_place_of_the_author() throws SQLException {
    String note = written();
    letColleagueTreat();
    for (String who : OTHERS) {
      practice.openLea(who, SUBS);
      assertThat(changed("update process_note set saved_at = now() where id = '" + note + "'"))
          .as(who)
          .isZero();
      practice.refuses(
          BEGIN.formatted(
              "app_client()", "(select id from person where id <> app_person() limit 1)"));
      if (!who.equals("colleague")) {
        practice.refuses(OWN);
      }
      practice.application().rollback();
    }
  }

  @Test
  void a_note_is_neither_moved_nor_deleted_not_by_its_author_and_not_by_the_owner()
      throws SQLException {
    written();
    practice.openLea("therapist", SUBS);
    for (String change : moves()) {
      practice.refuses(change);
    }
    practice.application().rollback();
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      for (String change : moves()) {
        owner.execute("savepoint tried");
        assertThatThrownBy(() -> owner.execute(change)).as(change).isInstanceOf(SQLException.class);
        owner.execute("rollback to savepoint tried");
      }
    }
  }

  private static List<String> moves() {
    return List.of(
        "update process_note set client_id = (select id from client where id <> client_id limit 1)",
        "update process_note set author_id = gen_random_uuid()",
        "update process_note set begun_at = now() - interval '1 day'",
        "update process_note set ciphertext = 'words'",
        "delete from process_note",
        "truncate process_note");
  }

  @Test
  void who_no_longer_treats_the_client_sees_the_own_notes_no_more() throws SQLException {
    letColleagueTreat();
    practice.openLea("colleague", SUBS);
    assertThat(changed(OWN)).isOne();
    practice.application().commit();
    practice.openLea("colleague", SUBS);
    assertThat(practice.texts("select id from process_note")).isNotEmpty();
    practice.application().rollback();
    endTreatment();
    practice.openLea("colleague", SUBS);
    assertThat(practice.texts("select id from process_note")).isEmpty();
    practice.refuses(OWN);
  }

  @Test
  void nothing_is_written_of_a_closed_case_and_what_was_written_is_still_read()
      throws SQLException {
    written();
    asOwner("update client set closed_at = now() where person_id is not null");
    practice.openLea("therapist", SUBS);
    assertThat(practice.texts("select id from process_note")).isNotEmpty();
    practice.refuses(OWN);
    practice.refuses("update process_note set saved_at = now()");
    practice.application().rollback();
    asOwner("update client set closed_at = null where person_id is not null");
  }

  @Test
  void the_database_says_whether_keys_suffice_and_no_more() throws SQLException {
    written();
    assertThat(practice.texts("select process_notes_open_with('{deadbeef,00000001}')"))
        .containsExactly("t");
    assertThat(practice.texts("select process_notes_open_with('{00000001}')")).containsExactly("f");
    assertThat(practice.texts("select id from process_note")).isEmpty();
  }

  /** A note of the therapist's on Lea, and that it was read; its id. */
  private static String written() throws SQLException {
    practice.openLea("therapist", SUBS);
    String note = practice.texts(OWN + " returning id").get(0);
    assertThat(changed(READ + " where id = '" + note + "'")).isOne();
    practice.application().commit();
    return note;
  }

  private static void letColleagueTreat() throws SQLException {
    asOwner(
        """
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
        select gen_random_uuid(), c.clinic_id, c.id, p.id, now(), p.id from client c, person p
        where c.person_id is not null and p.sub = 's3'""");
  }

  private static void endTreatment() throws SQLException {
    asOwner(
        """
        update caseload set until = now() where until is null
          and client_id in (select id from client where person_id is not null)
          and therapist_id in (select id from person where sub = 's3')""");
  }

  private static int changed(String sql) throws SQLException {
    try (Statement statement = practice.application().createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
