package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the database finds among notes, and for whom. */
class NoteSearchIT extends PracticeTest {
  private static final String BEGIN = "\uE000";
  private static final String END = "\uE001";

  @Test
  void a_word_is_found_in_each_of_its_forms() throws SQLException {
    openAs("therapist");
    String note = write("She was worrying about old chandeliers.");
    assertThat(found("worries chandelier")).containsExactly(note);
    assertThat(found("\"old chandeliers\"")).containsExactly(note);
    assertThat(found("\"chandeliers old\"")).isEmpty();
    assertThat(found("chandelier -worry")).isEmpty();
    assertThat(found("the")).isEmpty();
  }

  @Test
  void who_reads_german_finds_german_words() throws SQLException {
    asOwner("update person set language = 'de' where sub = 's2'");
    try {
      openAs("therapist");
      String note = write("Die Kronleuchter der Großmutter.");
      assertThat(found("kronleuchtern großmütter")).containsExactly(note);
    } finally {
      practice.application().rollback();
      asOwner("update person set language = 'en' where sub = 's2'");
    }
  }

  @Test
  void what_was_added_to_a_note_is_found_too_and_what_was_taken_out_of_a_draft_is_not()
      throws SQLException {
    openAs("therapist");
    String note = write("quokkas");
    change(
        "update session_note set sections = '{\"text\": \"wombats\"}' where id = '" + note + "'");
    assertThat(found("quokka")).isEmpty();
    assertThat(found("wombat")).containsExactly(note);
    sign(note);
    amend(note, "'It was a numbat.'");
    assertThat(found("numbat")).containsExactly(note);
    assertThat(texts(search("state", "wombat", ""))).containsExactly("WAITING");
    assertThat(found("wombat", "p_state => 'WAITING'")).containsExactly(note);
    assertThat(found("wombat", "p_state => 'DRAFT'")).isEmpty();
  }

  @Test
  void nobody_finds_notes_but_who_treats_the_client_now() throws SQLException {
    openAs("therapist");
    String note = write("A bathyscaphe.");
    assertThat(found("bathyscaphe")).containsExactly(note);
    practice.application().commit();
    for (String who : List.of("colleague", "supervisor", "admin", "client")) {
      openAs(who);
      assertThat(found("bathyscaphe")).as(who).isEmpty();
      assertThat(found(null)).as(who).doesNotContain(note);
      practice.application().rollback();
    }
    asOwner("update caseload set until = now() where client_id = (" + CLIENT + note + "')");
    try {
      openAs("therapist");
      assertThat(found("bathyscaphe")).isEmpty();
    } finally {
      practice.application().rollback();
      asOwner("update caseload set until = null where client_id = (" + CLIENT + note + "')");
    }
  }

  private static final String CLIENT = "select client_id from session_note where id = '";

  @Test
  void the_words_themselves_are_nobodys_to_read() throws SQLException {
    openAs("therapist");
    write("A narrowboat.");
    practice.refuses("select * from note_words");
    practice.refuses("delete from note_words");
    practice.refuses("select text_of_note(id) from session_note");
    practice.refuses("select index_note(id) from session_note");
  }

  @Test
  void a_search_without_words_lists_the_latest_first_and_goes_on_after_any() throws SQLException {
    openAs("therapist");
    List<String> all = found(null);
    assertThat(all).hasSizeGreaterThan(5);
    String third = all.get(2);
    assertThat(found(null, "p_after => '" + third + "'")).isEqualTo(all.subList(3, all.size()));
    assertThat(texts("select note_id from search_notes(null, 3)")).isEqualTo(all.subList(0, 3));
    assertThat(found(null, "p_client => app_client()")).isNotEmpty().isSubsetOf(all);
    assertThat(found(null, "p_client => gen_random_uuid()")).isEmpty();
    write("in free text");
    assertThat(texts(search("distinct template", null, "p_template => 'FREE'")))
        .containsOnly("FREE");
    assertThat(found(null, "p_template => 'none'")).isEmpty();
    assertThat(found(null, "p_from => now() + interval '1 minute'")).isEmpty();
    assertThat(found(null, "p_until => now() - interval '100 years'")).isEmpty();
  }

  @Test
  void an_excerpt_marks_what_was_found_and_nothing_that_was_written_can_pass_for_a_mark()
      throws SQLException {
    openAs("therapist");
    write(
        "She said <script>alert(1)</script> " + BEGIN + "forged" + END + " a ferry & <i>more</i>");
    List<String> excerpts = texts(search("excerpt", "ferry", ""));
    assertThat(excerpts).hasSize(1);
    assertThat(excerpts.get(0))
        .contains(BEGIN + "ferry" + END)
        .contains("<script>alert(1)</script>")
        .contains("<i>more")
        .contains("forged")
        .doesNotContain(BEGIN + "forged");
  }

  @Test
  void a_note_with_more_words_than_an_index_holds_is_saved_all_the_same() throws SQLException {
    openAs("therapist");
    String note = write("catamaran");
    change(
        "update session_note set sections = jsonb_build_object('text', 'catamaran ' || "
            + manyWords(0, 11_000)
            + ") where id = '"
            + note
            + "'");
    sign(note);
    for (int i = 1; i <= 40; i++) {
      amend(note, manyWords(i, 600));
    }
    assertThat(found("catamaran")).containsExactly(note);
  }

  /** An expression for so many words that stand nowhere else. */
  private static String manyWords(int seed, int many) {
    return "(select string_agg(md5(%d || '-' || n), ' ') from generate_series(1, %d) n)"
        .formatted(seed, many);
  }

  private static void amend(String note, String body) throws SQLException {
    change(
        "insert into note_addendum (id, clinic_id, client_id, note_id, author_id, added_at, reason,"
            + " body, request_key) select gen_random_uuid(), clinic_id, client_id, id, author_id,"
            + " now(), 'a slip', %s, gen_random_uuid() from session_note where id = '%s'"
                .formatted(body, note));
  }

  private static List<String> found(@Nullable String words) throws SQLException {
    return found(words, "");
  }

  private static List<String> found(@Nullable String words, String limit) throws SQLException {
    return texts(search("note_id", words, limit));
  }

  /** A search, perhaps limited by one named argument. */
  private static String search(String column, @Nullable String words, String limit) {
    return "select %s from search_notes(%s, 1000%s)"
        .formatted(
            column,
            words == null ? "null" : "$words$" + words + "$words$",
            limit.isEmpty() ? "" : ", " + limit);
  }
}
