package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the database itself guards of a clinic's templates, and of the notes written with them. */
class NoteTemplateIT extends PracticeTest {
  private static final String LAYOUT =
      "{\"name\": \"%s\", \"sections\": [{\"name\": \"Why now\", \"hint\": \"\", \"required\": true}]}";

  private static final String ELSEWHERE = "00000000-0000-7000-8000-00000000c0de";

  private static final String DEMO = "(select id from note_template where name = 'First session')";

  @Test
  void the_staff_of_the_clinic_alone_read_its_templates() throws SQLException {
    inventOneElsewhere();
    for (String who : List.of("admin", "therapist", "supervisor")) {
      openAs(who);
      assertThat(texts("select name from note_template"))
          .as(who)
          .contains("First session")
          .doesNotContain("Elsewhere");
      practice.application().rollback();
    }
    openAs("client");
    assertThat(texts("select name from note_template")).isEmpty();
  }

  @Test
  void its_administrators_alone_make_and_change_them() throws SQLException {
    for (String who : List.of("therapist", "supervisor", "client")) {
      openAs(who);
      practice.refuses(make("Mine", "app_clinic()"));
      assertThat(changed("update note_template set retired_at = now() where retired_at is null"))
          .as(who)
          .isZero();
      practice.application().rollback();
    }
    inventOneElsewhere();
    openAs("admin");
    change(make("Ours", "app_clinic()"));
    practice.refuses(make("Theirs", "'" + ELSEWHERE + "'"));
    practice.refuses(make("Ours, as it were", "app_clinic()").replace("app_person()", therapist()));
    assertThat(changed("update note_template set changed_at = now() where retired_at is null"))
        .isEqualTo(2);
    practice.refuses("update note_template set made_by = " + therapist());
    practice.refuses("delete from note_template");
    practice.refuses("truncate note_template");
    change("update note_template set retired_at = now() where name = 'Ours'");
    practice.refuses("update note_template set retired_at = null where name = 'Ours'");
  }

  @Test
  void the_owner_of_the_tables_deletes_none_either() throws SQLException {
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      for (String change : List.of("delete from note_template", "truncate note_template")) {
        owner.execute("savepoint tried");
        assertThatThrownBy(() -> owner.execute(change)).as(change).isInstanceOf(SQLException.class);
        owner.execute("rollback to savepoint tried");
      }
    }
  }

  @Test
  void no_two_that_are_offered_have_one_name_in_whatever_letters() throws SQLException {
    openAs("admin");
    practice.refuses(make("FIRST session", "app_clinic()"));
    change("update note_template set retired_at = now() where retired_at is null");
    change(make("FIRST session", "app_clinic()"));
  }

  @Test
  void a_template_without_sections_or_with_two_of_one_name_is_none() throws SQLException {
    openAs("admin");
    String section = "{\"name\": \"%s\", \"hint\": \"\", \"required\": true}";
    for (String sections :
        List.of(
            "",
            section.formatted(""),
            section.formatted("x".repeat(81)),
            section.formatted("one") + "," + section.formatted("one"),
            "{\"hint\": \"\", \"required\": true}",
            "{\"name\": \"one\", \"hint\": \"\"}",
            "{\"name\": \"one\", \"hint\": \"" + "x".repeat(201) + "\", \"required\": true}",
            String.join(",", numbered(section, 13)))) {
      practice.refuses(
          make("Wrong", "app_clinic()").replace(section.formatted("Why now"), sections));
    }
    change(
        make("Right", "app_clinic()")
            .replace(section.formatted("Why now"), String.join(",", numbered(section, 12))));
    practice.refuses(make("", "app_clinic()"));
    practice.refuses(make("x".repeat(81), "app_clinic()"));
  }

  @Test
  void a_note_is_begun_with_what_is_offered_and_with_nothing_else() throws SQLException {
    inventOneElsewhere();
    String theirs =
        asOwnerText("select id from note_template where clinic_id = '" + ELSEWHERE + "'");
    openAs("therapist");
    begin("id::text", "layout", DEMO);
    practice.refuses(beginning("id::text", "null", DEMO));
    practice.refuses(beginning("id::text", "layout || '{\"name\": \"another\"}'", DEMO));
    practice.refuses(beginning("'DAP'", "layout", DEMO));
    practice.refuses(beginning("'NONE'", "null", DEMO));
    practice.refuses(
        beginning("'" + theirs + "'", "'" + LAYOUT.formatted("Elsewhere") + "'", DEMO));
    practice.application().rollback();
    asAdmin(make("Old", "app_clinic()"));
    String old = "(select id from note_template where name = 'Old')";
    openAs("therapist");
    begin("id::text", "layout", old);
    practice.application().rollback();
    asAdmin("update note_template set retired_at = now() where name = 'Old'");
    openAs("therapist");
    practice.refuses(beginning("id::text", "layout", old));
  }

  @Test
  void a_note_keeps_its_sections_and_its_hash_whatever_becomes_of_the_template()
      throws SQLException {
    openAs("therapist");
    String note = begin("id::text", "layout", DEMO);
    practice.refuses("update session_note set layout = null where id = '" + note + "'");
    practice.refuses(
        "update session_note set layout = layout || '{\"name\": \"x\"}' where id = '" + note + "'");
    change(
        "update session_note set signed_at = now(), signed_by = app_person() where id = '"
            + note
            + "'");
    String before = texts(kept(note)).get(0);
    practice.application().commit();
    asAdmin(
        "update note_template set layout = '"
            + LAYOUT.formatted("Another name")
            + "' where name = 'First session'");
    openAs("therapist");
    assertThat(texts(kept(note))).containsExactly(before);
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      assertThatThrownBy(
              () ->
                  owner.execute("update session_note set layout = null where id = '" + note + "'"))
          .isInstanceOf(SQLException.class);
      practice.owner().rollback();
    }
    practice.application().rollback();
    asAdmin(
        "update note_template set layout = layout || '{\"name\": \"First session\"}'"
            + " where name = 'Another name'");
  }

  private static String kept(String note) {
    return "select layout::text || encode(content_hash, 'hex') || (content_hash = hash_of_note(n))"
        + " from session_note n where id = '"
        + note
        + "'";
  }

  @Test
  void what_a_note_was_signed_as_covers_the_names_of_its_sections() throws SQLException {
    openAs("therapist");
    String note = begin("id::text", "layout", DEMO);
    assertThat(
            texts(
                "select hash_of_note(n) = hash_of_note(jsonb_populate_record(n,"
                    + " jsonb_build_object('layout', jsonb_set(n.layout, '{sections,0,name}', '\"Why\"'))))"
                    + " from session_note n where id = '"
                    + note
                    + "'"))
        .containsExactly("f");
  }

  @Test
  void in_a_usual_form_the_hash_is_what_it_was_before_there_were_templates() throws SQLException {
    openAs("therapist");
    assertThat(
            texts(
                "select distinct content_hash = sha256(convert_to(jsonb_build_array(n.id, n.clinic_id,"
                    + " n.client_id, n.session_id, n.author_id, n.template, n.sections,"
                    + " extract(epoch from n.signed_at), n.signed_by)::text, 'UTF8'))"
                    + " from session_note n where signed_at is not null and layout is null"))
        .containsExactly("t");
  }

  private static List<String> numbered(String section, int many) {
    return IntStream.range(0, many).mapToObj(i -> section.formatted("section " + i)).toList();
  }

  private static String make(String name, String clinic) {
    return "insert into note_template (id, clinic_id, layout, made_by, made_at, changed_at, request_key)"
        + " values (gen_random_uuid(), "
        + clinic
        + ", '"
        + LAYOUT.formatted(name)
        + "', app_person(), now(), now(), gen_random_uuid())";
  }

  private static String begin(String template, String layout, String from) throws SQLException {
    return texts(beginning(template, layout, from) + " returning id").get(0);
  }

  private static String beginning(String template, String layout, String from) {
    return """
        with held as (
          insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place, attendance,
            created_at, request_key)
          values (gen_random_uuid(), app_clinic(), app_client(), app_person(), now(), 50, 'PRACTICE',
            'ATTENDED', now(), gen_random_uuid())
          returning id)
        insert into session_note (id, clinic_id, client_id, session_id, author_id, template, layout, sections,
          saved_at, saved_by, created_at)
        select gen_random_uuid(), app_clinic(), app_client(), held.id, app_person(), f.template, f.layout::jsonb,
          '{"Why now": "It was time."}', now(), app_person(), now()
        from held, (select %s as template, %s as layout from note_template where id = %s) f"""
        .formatted(template, layout, from);
  }

  private static int changed(String sql) throws SQLException {
    try (Statement statement = practice.application().createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private static void asAdmin(String sql) throws SQLException {
    openAs("admin");
    change(sql);
    practice.application().commit();
  }

  private static String therapist() throws SQLException {
    return "'" + asOwnerText("select id from person where sub = 's2'") + "'";
  }

  private static String asOwnerText(String query) throws SQLException {
    try (Statement owner = practice.owner().createStatement();
        ResultSet rows = owner.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void inventOneElsewhere() throws SQLException {
    asOwner(
        """
        insert into clinic (clinic_id, name, time_zone, language, region, demo)
          values ('%1$s', 'Elsewhere', 'UTC', 'en', 'DE', true) on conflict do nothing;
        insert into person (id, clinic_id, sub, staff, name, language)
          values ('%1$s', '%1$s', 'elsewhere', true, 'Ella Elsewhere', 'en') on conflict do nothing;
        insert into note_template (id, clinic_id, layout, made_by, made_at, changed_at, request_key)
          values ('%1$s', '%1$s', '%2$s', '%1$s', now(), now(), '%1$s') on conflict do nothing"""
            .formatted(ELSEWHERE, LAYOUT.formatted("Elsewhere")));
  }
}
