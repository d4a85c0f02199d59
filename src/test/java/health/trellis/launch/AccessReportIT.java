package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database itself shows of the log to the client whom it is about. */
class AccessReportIT extends PracticeTest {
  private static final String ELSEWHERE =
      """
      insert into audit_event (kind, code, action, clinic_id, actor_id, actor, role, client_id, entity, request_id)
      select 'act', '%s', 'R', %s, null, 'test', 'THERAPIST', %s, 'client', gen_random_uuid()""";
  private static final String WAS = "select was_to_client(id, now()) from person where sub = '%s'";

  @Test
  void a_client_sees_no_event_of_another_client_of_the_same_clinic_nor_of_another_clinic()
      throws SQLException {
    asOwner(
        ELSEWHERE.formatted(
            "OF_ANOTHER",
            "(select clinic_id from clinic limit 1)",
            "(select id from client where person_id is null limit 1)"));
    asOwner(
        ELSEWHERE.formatted(
            "OF_ANOTHER_CLINIC",
            "gen_random_uuid()",
            "(select c.id from client c join person p on p.id = c.person_id where p.sub = 's5')"));
    asOwner(
        ELSEWHERE.formatted(
            "HERS",
            "(select clinic_id from clinic limit 1)",
            "(select c.id from client c join person p on p.id = c.person_id where p.sub = 's5')"));
    openAs("client");
    assertThat(texts("select code from audit_event")).contains("HERS");
    assertThat(texts("select code from audit_event where code like 'OF_%'")).isEmpty();
    assertThat(
            texts(
                "select id from audit_event where client_id is distinct from app_client()"
                    + " and actor_id is distinct from app_person()"))
        .isEmpty();
    assertThat(texts("select id from audit_event where clinic_id is distinct from app_clinic()"))
        .isEmpty();
  }

  @Test
  void no_event_of_a_process_note_is_there() throws SQLException {
    openAs("therapist");
    change(
        "insert into audit_event (kind, code, action, client_id, entity, entity_id)"
            + " values ('act', 'PROCESS_NOTE_READ', 'R', app_client(), 'process_note',"
            + " gen_random_uuid())");
    practice.application().commit();
    openAs("client");
    assertThat(texts("select code from audit_event where client_id = app_client()"))
        .contains("CLIENT_OPENED")
        .doesNotContain("PROCESS_NOTE_READ");
  }

  @ParameterizedTest
  @CsvSource({"s2, TREATING", "s4, SUPERVISING", "s3, OTHER"})
  void a_client_is_told_what_a_therapist_was_to_her(String sub, String was) throws SQLException {
    openAs("client");
    assertThat(texts(WAS.formatted(sub))).containsExactly(was);
  }

  @Test
  void what_somebody_was_is_told_of_the_moment_of_the_act() throws SQLException {
    openAs("client");
    assertThat(
            texts(
                "select was_to_client(p.id, min(l.since) - interval '1 day') from person p"
                    + " join caseload l on l.therapist_id = p.id where p.sub = 's2' group by p.id"))
        .containsExactly("OTHER");
  }

  @Test
  void nobody_but_clients_can_ask_what_a_therapist_is_to_somebody() throws SQLException {
    for (String who : List.of("admin", "therapist", "supervisor")) {
      openAs(who);
      assertThat(texts(WAS.formatted("s2"))).as(who).containsOnlyNulls();
      practice.application().rollback();
    }
  }

  @Test
  void a_client_learns_that_the_log_was_checked_and_not_what_was_found() throws SQLException {
    asOwner(
        "insert into audit_check (id, asked_at, began_at, ended_at, findings, told)"
            + " values (gen_random_uuid(), now(), now(), now(), 1, '{Event 1 was changed}')");
    openAs("client");
    assertThat(texts("select findings from audit_check where ended_at is not null"))
        .containsExactly("1");
    practice.refuses("select told from audit_check");
    assertThat(texts("select findings_of_check(id) from audit_check")).containsOnlyNulls();
    practice.refuses(
        "insert into audit_check (id, clinic_id, asked_by, asked_at)"
            + " values (gen_random_uuid(), app_clinic(), app_person(), now())");
  }
}
