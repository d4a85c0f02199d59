package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of a clinic's own goals to begin with, whoever asks. */
class GoalStarterIT extends PracticeTest {
  private static final String ELSEWHERE = "00000000-0000-7000-8000-0000000000d1";
  private static final String WORDS = "select words from goal_starter";

  @Test
  void an_administrator_makes_changes_and_retires_them_and_takes_none_back() throws SQLException {
    openAs("admin");
    change(make("I want to ask."));
    practice.refuses(make("i WANT to ask."));
    change("update goal_starter set words = 'I want to ask Jo.' where words = 'I want to ask.'");
    change("update goal_starter set retired_at = now() where words = 'I want to ask Jo.'");
    practice.refuses("update goal_starter set retired_at = null where retired_at is not null");
    practice.refuses("update goal_starter set words = 'x' where retired_at is not null");
    change(make("I want to ask Jo.")); // its words are free again
    practice.refuses("delete from goal_starter");
    practice.refuses("truncate goal_starter");
  }

  @Test
  void what_does_not_fit_is_refused() throws SQLException {
    openAs("admin");
    practice.refuses(make(""));
    practice.refuses(make("x".repeat(201)));
    practice.refuses(make("I want to ask.").replace("'HELP'", "'NOTHING'"));
    practice.refuses(make("I want to ask.").replace("null, app_person()", "'', app_person()"));
    practice.refuses(make("I want to ask.").replace("app_person()", "gen_random_uuid()"));
    practice.refuses(make("I want to ask.").replace("app_clinic()", "gen_random_uuid()"));
    practice.refuses("update goal_starter set made_at = now()");
    practice.refuses("update goal_starter set clinic_id = gen_random_uuid()");
  }

  @Test
  void therapists_read_clients_do_not_and_nobody_reads_another_clinics() throws SQLException {
    asOwner(
        """
        insert into clinic (clinic_id, name, time_zone, language, region, demo)
          values ('%1$s', 'Elsewhere', 'UTC', 'en', 'DE', true) on conflict do nothing;
        insert into person (id, clinic_id, sub, staff, name, language)
          values ('%1$s', '%1$s', 'elsewhere', true, 'Ella Elsewhere', 'en') on conflict do nothing;
        insert into goal_starter (id, clinic_id, focus, words, made_by, made_at, changed_at, request_key)
          values ('%1$s', '%1$s', 'HELP', 'Elsewhere', '%1$s', now(), now(), '%1$s') on conflict do nothing"""
            .formatted(ELSEWHERE));
    for (String who : List.of("admin", "therapist", "colleague", "supervisor")) {
      openAs(who);
      assertThat(texts(WORDS)).as(who).isNotEmpty().doesNotContain("Elsewhere");
      practice.application().rollback();
    }
    openAs("client");
    assertThat(texts(WORDS)).isEmpty();
    practice.application().rollback();
    for (String who : List.of("therapist", "client")) {
      openAs(who);
      practice.refuses(make("I want to ask."));
      try (Statement application = practice.application().createStatement()) {
        assertThat(application.executeUpdate("update goal_starter set retired_at = now()"))
            .isZero();
      }
      practice.application().rollback();
    }
  }

  @Test
  void not_even_the_owner_deletes_one_or_changes_where_it_comes_from() throws SQLException {
    for (String sql :
        List.of(
            "delete from goal_starter",
            "truncate goal_starter",
            "update goal_starter set made_at = now()")) {
      assertThatThrownBy(() -> asOwner(sql)).as(sql).isInstanceOf(SQLException.class);
      practice.owner().rollback();
    }
  }

  private static String make(String words) {
    return "insert into goal_starter (id, clinic_id, focus, words, particulars, made_by, made_at, changed_at,"
        + " request_key) values (gen_random_uuid(), app_clinic(), 'HELP', '"
        + words
        + "', null, app_person(), now(), now(), gen_random_uuid())";
  }
}
