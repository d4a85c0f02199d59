package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the database itself, filled with the invented practice; each test is undone. */
abstract class PracticeTest {
  static final Map<String, String> SUBS =
      Map.of(
          "admin", "s1", "therapist", "s2", "colleague", "s3", "supervisor", "s4", "client", "s5");

  @TempDir static Path folder;
  static PracticeDatabase practice;

  @BeforeAll
  static void fill() throws SQLException {
    practice = PracticeDatabase.fill(folder, SUBS);
  }

  @AfterAll
  static void stop() {
    practice.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    practice.application().setAutoCommit(false);
    practice.owner().setAutoCommit(false);
  }

  @AfterEach
  void undo() throws SQLException {
    practice.application().rollback();
    practice.owner().rollback();
  }

  /** Begins a transaction of that person's, with the record opened of the client who signs in. */
  static void openAs(String who) throws SQLException {
    practice.openLea(who, SUBS);
  }

  /** The first column of what the application's role sees. */
  static List<String> texts(String query) throws SQLException {
    return practice.texts(query);
  }

  /** Makes a change as the application's role, and asserts that it changed something. */
  static void change(String sql) throws SQLException {
    try (Statement statement = practice.application().createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  /** Does as the owner of the tables what stands outside any request. */
  static void asOwner(String sql) throws SQLException {
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      owner.execute(sql);
    }
    practice.owner().commit();
  }

  /**
   * Begins a note on the opened client that says this, a draft in free text; answers with its id.
   */
  static String write(String text) throws SQLException {
    return texts(
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
              jsonb_build_object('text', $text$%s$text$), now(), app_person(), now() from held
            returning id
            """
                .formatted(text))
        .get(0);
  }

  /** Signs it as its author. */
  static void sign(String note) throws SQLException {
    change(
        "update session_note set signed_at = now(), signed_by = app_person() where id = '"
            + note
            + "'");
  }
}
