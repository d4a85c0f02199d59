package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one way in which the text of a signed note may ever be replaced. */
class NoteErasureIT extends PracticeTest {
  private static final String CLOSED =
      "update client set closed_at = %s where person_id is not null";
  private static final String TOMBSTONE =
      "update session_note set sections = '{}', copied = '{}', erased_at = now() where id = '%s'";

  @AfterEach
  void reopen() throws SQLException {
    practice.application().rollback();
    practice.owner().rollback();
    asOwner(CLOSED.formatted("null"));
  }

  @Test
  void a_note_is_erased_once_the_clinic_need_not_keep_it_and_not_before() throws SQLException {
    String note = signed("a word that is soon gone: zeppelin");
    refusesTheOwner("select erase_note('" + note + "')");
    asOwner(CLOSED.formatted("now() - interval '10 years' + interval '1 day'"));
    refusesTheOwner("select erase_note('" + note + "')");
    String hash = owners("select encode(content_hash, 'hex') from session_note", note);
    asOwner(CLOSED.formatted("now() - interval '10 years' - interval '1 day'"));
    asOwner("select erase_note('" + note + "')");
    assertThat(owners("select sections::text from session_note", note)).isEqualTo("{}");
    assertThat(owners("select encode(content_hash, 'hex') from session_note", note))
        .isEqualTo(hash);
    assertThat(owners("select reason || body from note_addendum", note)).isEqualTo("——");
    assertThat(owners("select words @@ 'zeppelin'::tsquery from note_words", note)).isEqualTo("f");
    openAs("therapist");
    assertThat(texts("select note_id from search_notes('zeppelin', 1000)")).isEmpty();
    assertThat(texts("select erased_at from session_note where id = '" + note + "'")).hasSize(1);
    practice.application().rollback();
    refusesTheOwner("select erase_note('" + note + "')");
    refusesTheOwner("update session_note set erased_at = null where id = '" + note + "'");
    refusesTheOwner("update note_addendum set body = 'otherwise' where note_id = '" + note + "'");
  }

  @Test
  void after_the_time_nothing_but_the_tombstone_replaces_a_text_and_no_person_sets_it()
      throws SQLException {
    String note = signed("kept as it is");
    asOwner(CLOSED.formatted("now() - interval '11 years'"));
    String tombstone = TOMBSTONE.formatted(note);
    for (String other :
        List.of(
            tombstone.replace("'{}', copied", "'{\"text\": \"otherwise\"}', copied"),
            tombstone.replace("erased_at = now()", "content_hash = sha256('')"),
            tombstone.replace("erased_at = now()", "erased_at = now(), signed_at = now()"),
            tombstone.replace(", erased_at = now()", ""),
            "update note_addendum set reason = '—', body = '—' where note_id = '" + note + "'",
            "delete from note_addendum where note_id = '" + note + "'",
            "delete from session_note where id = '" + note + "'")) {
      refusesTheOwner(other);
    }
    openAs("therapist");
    practice.refuses(tombstone);
    practice.refuses("select erase_note('" + note + "')");
    practice.refuses(
        "update note_addendum set reason = '—', body = '—' where note_id = '" + note + "'");
    practice.application().rollback();
    assertThat(owners("select sections ->> 'text' from session_note", note))
        .isEqualTo("kept as it is");
  }

  @Test
  void a_draft_is_no_tombstone() throws SQLException {
    openAs("therapist");
    String note = write("not signed");
    practice.refuses("update session_note set erased_at = now() where id = '" + note + "'");
    change("update session_note set sections = '{}' where id = '" + note + "'");
    practice.refuses(
        "update session_note set erased_at = now(), signed_at = now(), signed_by = app_person()"
            + " where id = '"
            + note
            + "'");
  }

  /** A signed note that says this, with an addendum. */
  private static String signed(String text) throws SQLException {
    openAs("therapist");
    String note = write(text);
    sign(note);
    change(
        """
        insert into note_addendum (id, clinic_id, client_id, note_id, author_id, added_at, reason, body, request_key)
        values (gen_random_uuid(), app_clinic(), app_client(), '%s', app_person(), now(), 'a slip', 'it was Tuesday',
          gen_random_uuid())"""
            .formatted(note));
    practice.application().commit();
    return note;
  }

  private static String owners(String select, String note) throws SQLException {
    String id = select.endsWith("session_note") ? "id" : "note_id";
    try (Statement owner = practice.owner().createStatement();
        ResultSet rows = owner.executeQuery(select + " where " + id + " = '" + note + "'")) {
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
