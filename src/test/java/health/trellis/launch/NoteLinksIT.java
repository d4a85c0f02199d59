package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of the links between notes and beliefs, whoever asks. */
class NoteLinksIT extends PracticeTest {
  private static final String UNLINK =
      "update note_belief set unlinked_at = now(), unlinked_by = app_person() where note_id = '%s'";

  @Test
  void a_note_and_a_belief_of_one_client_are_linked_once_by_who_is_signed_in() throws SQLException {
    openAs("therapist");
    String note = write("about help");
    String belief = belief();
    practice.refuses(link(note, belief).replace("app_person()", "gen_random_uuid()"));
    practice.refuses(link(other("session_note"), belief));
    practice.refuses(link(note, other("belief")));
    practice.refuses(link(other("session_note"), other("belief")));
    change(link(note, belief));
    practice.refuses(link(note, belief));
    assertThat(
            texts(
                link(note, belief)
                    + " on conflict (note_id, belief_id) where unlinked_at is null do nothing"
                    + " returning id"))
        .isEmpty();
    assertThat(
            texts(
                "select linked || ' ' || told from belief_of_note where note_id = '" + note + "'"))
        .containsExactly("true false");
  }

  @Test
  void a_link_is_undone_and_its_history_stays() throws SQLException {
    openAs("therapist");
    String note = write("about help");
    change(link(note, belief()));
    practice.refuses("update note_belief set linked_at = now() - interval '1 day'");
    practice.refuses("update note_belief set belief_id = " + "'" + other("belief") + "'");
    practice.refuses(UNLINK.formatted(note).replace("app_person()", "gen_random_uuid()"));
    practice.refuses(UNLINK.formatted(note).replace("app_person()", "null"));
    change(UNLINK.formatted(note));
    practice.refuses(UNLINK.formatted(note));
    practice.refuses(
        "update note_belief set unlinked_at = null, unlinked_by = null where note_id = '%s'"
            .formatted(note));
    practice.refuses("delete from note_belief");
    practice.refuses("truncate note_belief");
    change(link(note, belief()));
    assertThat(texts("select id from note_belief where note_id = '" + note + "'")).hasSize(2);
    practice.application().commit();
    refusesTheOwner("delete from note_belief");
    refusesTheOwner("truncate note_belief");
    refusesTheOwner("update note_belief set linked_at = now() - interval '1 day'");
  }

  @Test
  void a_link_is_no_part_of_what_was_signed() throws SQLException {
    openAs("therapist");
    String note = write("signed before it was linked");
    sign(note);
    String told = "select encode(content_hash, 'hex') || version from session_note where id = '";
    List<String> signed = texts(told + note + "'");
    change(link(note, belief()));
    change(UNLINK.formatted(note));
    change(link(note, belief()));
    assertThat(texts(told + note + "'")).isEqualTo(signed);
    assertThat(
            texts(
                "select content_hash = hash_of_note(n) from session_note n where id = '"
                    + note
                    + "'"))
        .containsExactly("t");
  }

  @Test
  void a_link_shows_nothing_of_a_draft_to_who_does_not_see_the_note() throws SQLException {
    openAs("therapist");
    String note = write("for the supervisor, once it is signed");
    change(link(note, belief()));
    change(tell(note));
    practice.application().commit();
    List<String> questions =
        List.of(
            "select id from note_belief where note_id = '" + note + "'",
            "select n.id from belief_of_note l join session_note n on n.id = l.note_id where n.id = '"
                + note
                + "'");
    sees("supervisor", questions, false);
    openAs("therapist");
    sign(note);
    practice.application().commit();
    sees("supervisor", questions, true);
    for (String who : List.of("colleague", "admin", "client")) {
      sees(who, questions, false);
    }
    openAs("supervisor");
    change(
        "insert into note_return (id, clinic_id, client_id, note_id, returned_by, returned_at, remark,"
            + " sections, signed_at, signed_by, content_hash) select gen_random_uuid(), clinic_id,"
            + " client_id, id, app_person(), now(), 'Once more.', sections, signed_at, signed_by,"
            + " content_hash from session_note where id = '"
            + note
            + "'");
    practice.application().commit();
    sees("supervisor", questions, false);
    openAs("therapist");
    assertThat(texts(questions.get(0))).hasSize(1);
  }

  @Test
  void nobody_links_but_who_treats_the_client() throws SQLException {
    openAs("therapist");
    String note = write("linked by nobody else");
    String belief = belief();
    sign(note);
    change(link(note, belief));
    practice.application().commit();
    for (String who : List.of("supervisor", "colleague", "admin", "client")) {
      openAs(who);
      practice.refuses(link(note, belief));
      try (Statement statement = practice.application().createStatement()) {
        assertThat(statement.executeUpdate(UNLINK.formatted(note))).as(who).isZero();
      }
      practice.application().rollback();
    }
  }

  @Test
  void nothing_is_linked_or_unlinked_in_a_closed_case() throws SQLException {
    openAs("therapist");
    String linked = write("linked in time");
    String late = write("linked too late");
    String belief = belief();
    change(link(linked, belief));
    practice.application().commit();
    asOwner("update client set closed_at = now() where person_id is not null");
    try {
      openAs("therapist");
      practice.refuses(link(late, belief));
      practice.refuses(UNLINK.formatted(linked));
    } finally {
      practice.application().rollback();
      asOwner("update client set closed_at = null where person_id is not null");
    }
  }

  @Test
  void a_search_by_belief_finds_what_is_linked_and_what_is_evidence() throws SQLException {
    openAs("therapist");
    String chosen = write("chosen");
    String told = write("told");
    String neither = write("neither");
    String belief = belief();
    change(link(chosen, belief));
    change(tell(told));
    String search = "select note_id from search_notes(null, 1000, p_belief => '" + belief + "')";
    assertThat(texts(search)).contains(chosen, told).doesNotContain(neither);
    assertThat(texts(search.replace("null,", "'chosen',"))).containsExactly(chosen);
    change(UNLINK.formatted(chosen));
    assertThat(texts(search)).contains(told).doesNotContain(chosen);
    String ofAnother = "select note_id from search_notes(null, 1000, p_belief => '%s'%s)";
    assertThat(texts(ofAnother.formatted(other("belief"), ""))).doesNotContain(chosen, told);
    assertThat(texts(ofAnother.formatted(other("belief"), ", p_client => app_client()"))).isEmpty();
    practice.application().commit();
    for (String who : List.of("supervisor", "colleague", "admin", "client")) {
      openAs(who);
      assertThat(texts(search)).as(who).isEmpty();
      practice.application().rollback();
    }
  }

  @Test
  void a_search_is_limited_by_beliefs_of_own_clients_alone() throws SQLException {
    openAs("therapist");
    String lea = texts("select app_client()").get(0);
    String offered = "select words from beliefs_to_search('" + lea + "')";
    assertThat(texts(offered)).isEqualTo(texts("select words from belief order by named_at, id"));
    practice.application().rollback();
    for (String who : List.of("supervisor", "colleague", "admin", "client")) {
      openAs(who);
      assertThat(texts(offered)).as(who).isEmpty();
      practice.application().rollback();
    }
  }

  private static void sees(String who, List<String> questions, boolean some) throws SQLException {
    openAs(who);
    for (String question : questions) {
      assertThat(texts(question).isEmpty()).as(who + ": " + question).isEqualTo(!some);
    }
    practice.application().rollback();
  }

  private static String link(String note, String belief) {
    return """
        insert into note_belief (id, clinic_id, client_id, note_id, belief_id, linked_at, linked_by)
        select gen_random_uuid(), app_clinic(), app_client(), '%s', '%s', now(), app_person()"""
        .formatted(note, belief);
  }

  /** Adds evidence about the client's first belief, from that note. */
  private static String tell(String note) throws SQLException {
    return """
        insert into evidence (id, clinic_id, client_id, belief_id, side, words, happened_on, source,
          note_id, added_by, added_at, request_key)
        select gen_random_uuid(), app_clinic(), app_client(), '%s', 'FOR', 'As was said', current_date,
          'NOTE', '%s', app_person(), now(), gen_random_uuid()"""
        .formatted(belief(), note);
  }

  /** The first belief of the opened client. */
  private static String belief() throws SQLException {
    return texts("select id from belief order by named_at, id limit 1").get(0);
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
