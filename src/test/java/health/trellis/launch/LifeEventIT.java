package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guards of the events of a client's life. */
class LifeEventIT extends PracticeTest {
  private static final String NOTE =
      """
      insert into life_event (id, clinic_id, client_id, happened_on, words, noted_by, noted_at, request_key)
      values (gen_random_uuid(), app_clinic(), app_client(), current_date, '%s', %s, now(), gen_random_uuid())""";
  private static final String WITHDRAW =
      "update life_event set withdrawn_at = now(), withdrawn_by = app_person()"
          + " where words = 'A move' and withdrawn_at is null";

  @Test
  void it_is_noted_by_who_treats_the_client_and_read_by_the_supervisor() throws SQLException {
    openAs("therapist");
    practice.refuses(NOTE.formatted("A move", "gen_random_uuid()"));
    practice.refuses(NOTE.formatted("", "app_person()"));
    practice.refuses(NOTE.formatted("x".repeat(201), "app_person()"));
    change(NOTE.formatted("A move", "app_person()"));
    practice.application().commit();
    openAs("supervisor");
    assertThat(texts("select words from life_event")).contains("A move");
    practice.refuses(NOTE.formatted("Another", "app_person()"));
    practice.application().rollback();
    for (String who : List.of("colleague", "admin", "client")) {
      openAs(who);
      assertThat(texts("select words from life_event")).as(who).isEmpty();
      practice.refuses(NOTE.formatted("Another", "app_person()"));
      practice.application().rollback();
    }
  }

  @Test
  void it_is_withdrawn_once_and_changes_in_no_other_way() throws SQLException {
    openAs("therapist");
    change(NOTE.formatted("A move", "app_person()"));
    practice.refuses("update life_event set words = 'No move' where words = 'A move'");
    practice.refuses("update life_event set happened_on = current_date - 1 where words = 'A move'");
    practice.refuses(WITHDRAW.replace("app_person()", "gen_random_uuid()"));
    change(WITHDRAW);
    practice.refuses("update life_event set withdrawn_at = null, withdrawn_by = null");
    practice.refuses("delete from life_event");
    practice.refuses("truncate life_event");
    practice.application().commit();
    try (Statement owner = practice.owner().createStatement()) {
      owner.execute("select begin_job('test', null, gen_random_uuid())");
      for (String change :
          List.of(
              "update life_event set words = 'No move'",
              "delete from life_event",
              "truncate life_event")) {
        owner.execute("savepoint tried");
        assertThatThrownBy(() -> owner.execute(change)).as(change).isInstanceOf(SQLException.class);
        owner.execute("rollback to savepoint tried");
      }
    }
  }

  @Test
  void nothing_is_noted_in_a_closed_case() throws SQLException {
    openAs("therapist");
    String client = texts("select app_client()").get(0);
    practice.application().rollback();
    asOwner("update client set closed_at = now() where id = '" + client + "'");
    try {
      openAs("therapist");
      practice.refuses(NOTE.formatted("Too late", "app_person()"));
    } finally {
      practice.application().rollback();
      asOwner("update client set closed_at = null where id = '" + client + "'");
    }
  }
}
