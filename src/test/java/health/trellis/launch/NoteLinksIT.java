package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself guards of the links of notes with beliefs and goals, whoever asks. */
class NoteLinksIT extends PracticeTest {
  private static final String UNLINK =
      "update note_%s set unlinked_at = now(), unlinked_by = app_person() where note_id = '%s'";

  @ParameterizedTest
  @ValueSource(strings = {"belief", "goal"})
  void a_note_and_what_it_is_about_are_linked_once_by_who_is_signed_in(String kind)
      throws SQLException {
    openAs("therapist");
    String note = write("about help");
    String about = first(kind);
    practice.refuses(link(kind, note, about).replace("app_person()", "gen_random_uuid()"));
    practice.refuses(link(kind, other("session_note"), about));
    practice.refuses(link(kind, note, other(kind)));
    practice.refuses(link(kind, other("session_note"), other(kind)));
    change(link(kind, note, about));
    practice.refuses(link(kind, note, about));
    assertThat(
            texts(
                link(kind, note, about)
                    + " on conflict (note_id, %s_id) where unlinked_at is null do nothing"
                        .formatted(kind)
                    + " returning id"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"belief", "goal"})
  void a_link_is_undone_and_its_history_stays(String kind) throws SQLException {
    openAs("therapist");
    String note = write("about help");
    String table = "update note_" + kind;
    change(link(kind, note, first(kind)));
    practice.refuses(table + " set linked_at = now() - interval '1 day'");
    practice.refuses(table + " set %s_id = '%s'".formatted(kind, other(kind)));
    practice.refuses(UNLINK.formatted(kind, note).replace("app_person()", "gen_random_uuid()"));
    practice.refuses(UNLINK.formatted(kind, note).replace("app_person()", "null"));
    change(UNLINK.formatted(kind, note));
    practice.refuses(UNLINK.formatted(kind, note));
    practice.refuses(
        table + " set unlinked_at = null, unlinked_by = null where note_id = '%s'".formatted(note));
    practice.refuses("delete from note_" + kind);
    practice.refuses("truncate note_" + kind);
    change(link(kind, note, first(kind)));
    assertThat(texts("select id from note_" + kind + " where note_id = '" + note + "'")).hasSize(2);
    practice.application().commit();
    refusesTheOwner("delete from note_" + kind);
    refusesTheOwner("truncate note_" + kind);
    refusesTheOwner(table + " set linked_at = now() - interval '1 day'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"belief", "goal"})
  void a_link_is_no_part_of_what_was_signed(String kind) throws SQLException {
    openAs("therapist");
    String note = write("signed before it was linked");
    sign(note);
    String told = "select encode(content_hash, 'hex') || version from session_note where id = '";
    List<String> signed = texts(told + note + "'");
    change(link(kind, note, first(kind)));
    change(UNLINK.formatted(kind, note));
    change(link(kind, note, first(kind)));
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
    change(link("belief", note, first("belief")));
    change(link("goal", note, first("goal")));
    change(tell(note));
    practice.application().commit();
    List<String> questions =
        List.of(
            "select id from note_belief where note_id = '" + note + "'",
            "select id from note_goal where note_id = '" + note + "'",
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

  @ParameterizedTest
  @ValueSource(strings = {"belief", "goal"})
  void nobody_links_but_who_treats_the_client(String kind) throws SQLException {
    openAs("therapist");
    String note = write("linked by nobody else");
    String about = first(kind);
    sign(note);
    change(link(kind, note, about));
    practice.application().commit();
    for (String who : List.of("supervisor", "colleague", "admin", "client")) {
      openAs(who);
      practice.refuses(link(kind, note, about));
      try (Statement statement = practice.application().createStatement()) {
        assertThat(statement.executeUpdate(UNLINK.formatted(kind, note))).as(who).isZero();
      }
      practice.application().rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"belief", "goal"})
  void nothing_is_linked_or_unlinked_in_a_closed_case(String kind) throws SQLException {
    openAs("therapist");
    String linked = write("linked in time");
    String late = write("linked too late");
    String about = first(kind);
    change(link(kind, linked, about));
    practice.application().commit();
    asOwner("update client set closed_at = now() where person_id is not null");
    try {
      openAs("therapist");
      practice.refuses(link(kind, late, about));
      practice.refuses(UNLINK.formatted(kind, linked));
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
    String belief = first("belief");
    change(link("belief", chosen, belief));
    change(tell(told));
    String search = "select note_id from search_notes(null, 1000, p_belief => '" + belief + "')";
    assertThat(texts(search)).contains(chosen, told).doesNotContain(neither);
    assertThat(texts(search.replace("null,", "'chosen',"))).containsExactly(chosen);
    change(UNLINK.formatted("belief", chosen));
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
  void a_search_by_goal_finds_what_is_linked() throws SQLException {
    openAs("therapist");
    String chosen = write("chosen");
    String neither = write("neither");
    String goal = first("goal");
    change(link("goal", chosen, goal));
    String search = "select note_id from search_notes(null, 1000, p_goal => '" + goal + "')";
    assertThat(texts(search)).contains(chosen).doesNotContain(neither);
    assertThat(texts(search.replace("null,", "'neither',"))).isEmpty();
    String ofAnother = "select note_id from search_notes(null, 1000, p_goal => '%s')";
    assertThat(texts(ofAnother.formatted(other("goal")))).doesNotContain(chosen);
    practice.application().commit();
    for (String who : List.of("supervisor", "colleague", "admin", "client")) {
      openAs(who);
      assertThat(texts(search)).as(who).isEmpty();
      practice.application().rollback();
    }
    openAs("therapist");
    change(UNLINK.formatted("goal", chosen));
    assertThat(texts(search)).doesNotContain(chosen);
  }

  @Test
  void a_search_is_limited_by_beliefs_and_goals_of_own_clients_alone() throws SQLException {
    openAs("therapist");
    String lea = texts("select app_client()").get(0);
    String offered = "select words from limits_to_search('" + lea + "') where kind = '%s'";
    assertThat(texts(offered.formatted("BELIEF")))
        .isEqualTo(texts("select words from belief order by named_at, id"));
    assertThat(texts(offered.formatted("GOAL")))
        .isEqualTo(texts("select words from goal order by proposed_at, id"))
        .isNotEmpty();
    practice.application().rollback();
    for (String who : List.of("supervisor", "colleague", "admin", "client")) {
      openAs(who);
      assertThat(texts("select id from limits_to_search('" + lea + "')")).as(who).isEmpty();
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

  private static String link(String kind, String note, String about) {
    return """
        insert into note_%1$s (id, clinic_id, client_id, note_id, %1$s_id, linked_at, linked_by)
        select gen_random_uuid(), app_clinic(), app_client(), '%2$s', '%3$s', now(), app_person()"""
        .formatted(kind, note, about);
  }

  /** Adds evidence about the client's first belief, from that note. */
  private static String tell(String note) throws SQLException {
    return """
        insert into evidence (id, clinic_id, client_id, belief_id, side, words, happened_on, source,
          note_id, added_by, added_at, request_key)
        select gen_random_uuid(), app_clinic(), app_client(), '%s', 'FOR', 'As was said', current_date,
          'NOTE', '%s', app_person(), now(), gen_random_uuid()"""
        .formatted(first("belief"), note);
  }

  /** The first belief or goal of the opened client. */
  private static String first(String kind) throws SQLException {
    return texts("select id from " + kind + " order by id limit 1").get(0);
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
