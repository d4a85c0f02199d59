package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of the questions to the log that a clinic keeps. */
class SavedFilterIT extends PracticeTest {
  private static final String ELSEWHERE = "00000000-0000-7000-8000-0000000000d6";
  private static final String NAMES = "select name from saved_filter";
  private static final String REMOVE =
      "update saved_filter set removed_at = now() where removed_at is null";

  @Test
  void an_administrator_keeps_them_and_removes_them_and_nothing_else() throws SQLException {
    openAs("admin");
    change(keep("Refused", "'WEEK', null"));
    practice.refuses(keep("reFUSED", "'WEEK', null"));
    practice.refuses("update saved_filter set name = 'Other'");
    practice.refuses("update saved_filter set recent = null, first_day = current_date");
    practice.refuses("update saved_filter set kept_at = now()");
    change(REMOVE);
    practice.refuses("update saved_filter set removed_at = null");
    practice.refuses("update saved_filter set removed_at = now()");
    change(keep("Refused", "null, current_date")); // its name is free again
    practice.refuses("delete from saved_filter");
    practice.refuses("truncate saved_filter");
  }

  @Test
  void what_does_not_fit_is_refused() throws SQLException {
    openAs("admin");
    practice.refuses(keep("", "'WEEK', null"));
    practice.refuses(keep("x".repeat(81), "'WEEK', null"));
    practice.refuses(keep("Nothing", "null, null"));
    practice.refuses(keep("Both", "'WEEK', current_date"));
    practice.refuses(keep("Which", "'YEAR', null"));
    practice.refuses(keep("Whose", "'WEEK', null").replace("app_person()", "gen_random_uuid()"));
    practice.refuses(keep("Where", "'WEEK', null").replace("app_clinic()", "gen_random_uuid()"));
  }

  @Test
  void nobody_else_reads_or_keeps_any_and_another_clinics_are_not_there() throws SQLException {
    asOwner(
        """
        insert into clinic (clinic_id, name, time_zone, language, region, demo)
          values ('%1$s', 'Elsewhere', 'UTC', 'en', 'DE', true) on conflict do nothing;
        insert into person (id, clinic_id, sub, staff, name, language)
          values ('%1$s', '%1$s', 'elsewhere', true, 'Ella Elsewhere', 'en') on conflict do nothing;
        insert into saved_filter (id, clinic_id, name, outcome, kept_by, kept_at, request_key)
          values ('%1$s', '%1$s', 'Elsewhere', 'REFUSED', '%1$s', now(), '%1$s')"""
            .formatted(ELSEWHERE));
    openAs("admin");
    change(keep("Refused", "'WEEK', null"));
    assertThat(texts(NAMES)).containsExactly("Refused");
    practice.application().rollback();
    for (String who : List.of("therapist", "supervisor", "client")) {
      openAs(who);
      assertThat(texts(NAMES)).as(who).isEmpty();
      practice.refuses(keep("Refused", "'WEEK', null"));
      practice.application().rollback();
    }
  }

  @Test
  void not_even_the_owner_deletes_or_rewrites_one() throws SQLException {
    openAs("admin");
    change(keep("Refused", "'WEEK', null"));
    practice.application().commit();
    for (String sql :
        List.of(
            "delete from saved_filter",
            "truncate saved_filter",
            "update saved_filter set name = 'Other'")) {
      assertThatThrownBy(() -> asOwner(sql)).as(sql).isInstanceOf(SQLException.class);
      practice.owner().rollback();
    }
    openAs("admin");
    change(REMOVE);
    practice.application().commit();
  }

  private static String keep(String name, String days) {
    return "insert into saved_filter (id, clinic_id, name, recent, first_day, kept_by, kept_at,"
        + " request_key) values (gen_random_uuid(), app_clinic(), '"
        + name
        + "', "
        + days
        + ", app_person(), now(), gen_random_uuid())";
  }
}
